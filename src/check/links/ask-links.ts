import type { Fetched, FetchOptions } from '../../fetch/fetch-safely.ts';
import { fetchSafely } from '../../fetch/fetch-safely.ts';
import { resolveHost } from '../../fetch/resolve-host.ts';
import type { Store } from '../../files/store.ts';
import type { LinkAnswer } from '../link-answer.ts';
import { judgeAnswer } from './judge-answer.ts';
import { queueByHost } from './queue-by-host.ts';

export interface AskOptions extends Pick<
  FetchOptions,
  'signal' | 'resolve' | 'allows' | 'timeoutMs'
> {
  /** Keeps for a day which pages are there. */
  readonly store: Store;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Told of each address as it is done. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** Asks for addresses; each is asked for once, also when several issues have it. */
export type AskLinks = (urls: readonly string[]) => Promise<ReadonlyMap<string, LinkAnswer>>;

/** Someone who asks for the addresses of links, politely: six at a time, one of a host. */
export function createLinkAsker(options: AskOptions): AskLinks {
  const { store, signal, onProgress } = options;
  const known = new Map<string, LinkAnswer>();
  return async (urls) => {
    const pages = [...new Set(urls)].filter((url) => /^https?:/i.test(url));
    const open = pages.filter((url) => !known.has(url));
    const fresh = new Map<string, Fetched>();
    let done = 0;
    const ask = async (url: string) => {
      const kept = readKept(await store.get(keyOf(url)), options.now());
      if (kept === null) fresh.set(url, await askOnce(url, options));
      else known.set(url, kept);
      onProgress?.(++done, open.length);
    };
    await queueByHost(open, ask, { most: 6, signal });
    const allMissing = fresh.size > 1 && [...fresh.values()].every(isHostNotFound);
    const isOffline = allMissing && !(await isAnyFound(known, options));
    for (const [url, fetched] of fresh) {
      if (isInterrupted(fetched)) continue;
      const answer = isOffline ? offline : judgeAnswer(url, fetched);
      known.set(url, answer);
      const kept: KeptAnswer = { at: options.now(), answer };
      if (answer.state === 'alive') await store.set(keyOf(url), JSON.stringify(kept));
    }
    return new Map(pages.flatMap((url) => asEntry(url, known.get(url))));
  };
}

// --- internal ---

const day = 24 * 60 * 60 * 1000;

/** When not one of several hosts is found, it isn't for the hosts. */
const offline: LinkAnswer = {
  state: 'unreachable',
  reason: 'no host was found: is this machine online?',
};

/**
 * Only that a page is there is kept: one that is missing, such as an author's own, can be published
 * in a minute.
 */
interface KeptAnswer {
  readonly at: number;
  readonly answer: LinkAnswer;
}

function isHostNotFound(fetched: Fetched): boolean {
  return !fetched.ok && fetched.reason === 'host-not-found';
}

/** A host that was there within a day tells whether it is for the network that others are not. */
async function isAnyFound(
  known: ReadonlyMap<string, LinkAnswer>,
  { resolve = resolveHost }: AskOptions,
): Promise<boolean> {
  const alive = [...known].filter(([, { state }]) => state === 'alive').slice(0, 3);
  const hosts = new Set(alive.map(([url]) => new URL(url).hostname));
  const found = await Promise.allSettled([...hosts].map(resolve));
  return found.some(({ status }) => status === 'fulfilled');
}

function isInterrupted(fetched: Fetched): boolean {
  return !fetched.ok && fetched.reason === 'interrupted';
}

async function askOnce(url: string, options: AskOptions): Promise<Fetched> {
  const { signal, resolve, allows, timeoutMs } = options;
  const shared = { signal, resolve, allows, timeoutMs, maxBytes: 1 };
  const fetched = await fetchSafely(url, { ...shared, method: 'HEAD' });
  // Many servers know no HEAD, or answer it differently; one that asks for patience gets it.
  const isRefused = fetched.ok ? fetched.status >= 400 : fetched.reason === 'connection';
  const isTooMuch = fetched.ok && fetched.status === 429;
  if (!isRefused || isTooMuch) return fetched;
  return fetchSafely(url, { ...shared, method: 'GET' });
}

function keyOf(url: string): string {
  return `link-1 ${url}`;
}

function readKept(text: string | null, now: number): LinkAnswer | null {
  if (text === null) return null;
  const { at, answer } = JSON.parse(text) as KeptAnswer;
  return at <= now && now - at < day ? answer : null;
}

function asEntry(url: string, answer: LinkAnswer | undefined): readonly [string, LinkAnswer][] {
  return answer === undefined ? [] : [[url, answer]];
}
