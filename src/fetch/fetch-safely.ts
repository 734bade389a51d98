import type { Address, Resolve } from './resolve-host.ts';
import { literalAddress, resolveHost } from './resolve-host.ts';
import { isPublicAddress } from './is-public-address.ts';
import type { Exchange } from './request-once.ts';
import { requestOnce } from './request-once.ts';

export interface FetchOptions {
  readonly method: 'GET' | 'HEAD';
  readonly signal: AbortSignal;
  /** For everything together, in milliseconds; 10,000 if left out. */
  readonly timeoutMs?: number | undefined;
  /** Of the body, decoded; what follows is not read. 1,000,000 if left out. */
  readonly maxBytes?: number | undefined;
  /** 5 if left out. */
  readonly maxRedirects?: number | undefined;
  /** The system's if left out. */
  readonly resolve?: Resolve | undefined;
  /** The addresses that may be talked to: those of the public internet if left out. */
  readonly allows?: ((address: string) => boolean) | undefined;
}

/** How a fetch ended. */
export type Fetched = FetchedPage | FetchFailure;

export interface FetchedPage {
  readonly ok: true;
  /** Of the last answer, any status. */
  readonly status: number;
  /** The address that answered, after all redirects. */
  readonly url: string;
  readonly redirects: readonly Redirect[];
  /** Names in small letters. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Decoded; empty for HEAD. */
  readonly body: Uint8Array;
  /** True when the body went on after `maxBytes`. */
  readonly truncated: boolean;
}

export interface Redirect {
  readonly status: number;
  /** The address that sent on. */
  readonly url: string;
}

export interface FetchFailure {
  readonly ok: false;
  readonly reason:
    /** Not a web address, or one that may not be talked to. */
    | 'refused'
    | 'host-not-found'
    | 'timeout'
    | 'certificate'
    /** No connection, or it broke, or what came was no HTTP. */
    | 'connection'
    | 'too-many-redirects'
    | 'interrupted';
  /** What happened, as a sentence. */
  readonly message: string;
  /** The address at which it happened. */
  readonly url: string;
  readonly redirects: readonly Redirect[];
}

/**
 * Fetches a page of the public web without ever being led elsewhere: the host is resolved once,
 * each of its addresses must be public, and the connection goes to exactly these; the same again at
 * each redirect. Size, time and redirects are bounded. Never throws for what the network does.
 */
export async function fetchSafely(url: string, options: FetchOptions): Promise<Fetched> {
  const { timeoutMs = 10_000, maxRedirects = 5 } = options;
  const deadline = AbortSignal.timeout(timeoutMs);
  const signal = AbortSignal.any([options.signal, deadline]);
  const redirects: Redirect[] = [];
  for (let address = url; ;) {
    const fail = (reason: FetchFailure['reason'], message: string): FetchFailure => {
      if (options.signal.aborted) reason = 'interrupted';
      else if (deadline.aborted)
        [reason, message] = ['timeout', `It took over ${timeoutMs / 1000} s.`];
      return { ok: false, reason, message, url: address, redirects };
    };
    const target = checkTarget(address);
    if (typeof target === 'string') return fail('refused', target);
    const addresses = await resolveTarget(target, options, signal);
    if (!Array.isArray(addresses)) return fail(addresses.reason, addresses.message);
    const answer = await requestOnce(target, {
      method: options.method,
      addresses,
      signal,
      maxBytes: options.maxBytes ?? 1_000_000,
    });
    if (!answer.ok) return fail(answer.reason, answer.message);
    const next = redirectTarget(answer, target);
    if (next === null) {
      const { status, headers, body, truncated } = answer;
      return { ok: true, status, url: address, redirects, headers, body, truncated };
    }
    redirects.push({ status: answer.status, url: address });
    if (redirects.length > maxRedirects) {
      return fail('too-many-redirects', `It redirects more than ${maxRedirects} times.`);
    }
    address = next;
  }
}

// --- internal ---

/** The URL, or why it isn't fetched. */
function checkTarget(address: string): URL | string {
  if (!URL.canParse(address)) return 'That is no address.';
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol))
    return `Only http and https are fetched, not ${url.protocol}`;
  if (url.username !== '' || url.password !== '') return 'It carries a user name.';
  return url;
}

async function resolveTarget(
  { hostname }: URL,
  { resolve = resolveHost, allows = isPublicAddress }: FetchOptions,
  signal: AbortSignal,
): Promise<Address[] | Pick<FetchFailure, 'reason' | 'message'>> {
  const literal = literalAddress(hostname);
  let addresses: readonly Address[];
  try {
    addresses = literal === null ? await orAborted(resolve(hostname), signal) : [literal];
  } catch (error) {
    return describeLookup(hostname, error);
  }
  const refused = addresses.find(({ address }) => !allows(address));
  if (refused !== undefined || addresses.length === 0) {
    const where = literal === null ? ` leads to ${refused?.address ?? 'nowhere'}, which` : '';
    return { reason: 'refused', message: `${hostname}${where} is not on the public internet.` };
  }
  return [...addresses];
}

/** A name server that didn't answer (getaddrinfo(3), EAI_AGAIN) says nothing about the name. */
function describeLookup(hostname: string, error: unknown) {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return code === 'EAI_AGAIN'
    ? {
        reason: 'connection' as const,
        message: `${hostname} can't be looked up: is this machine online?`,
      }
    : { reason: 'host-not-found' as const, message: `${hostname} has no address.` };
}

/** The system's resolver can't be stopped, only left alone. */
function orAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      reject(new Error('aborted'));
    };
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', stop);
    });
  });
}

/** RFC 9110 §15.4; null for an answer that doesn't send on. */
function redirectTarget({ status, headers }: Exchange & { ok: true }, from: URL): string | null {
  const { location } = headers;
  if (![301, 302, 303, 307, 308].includes(status) || location === undefined) return null;
  return URL.canParse(location, from.href) ? new URL(location, from).href : location;
}
