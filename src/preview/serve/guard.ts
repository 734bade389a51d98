import { timingSafeEqual } from 'node:crypto';
import { sha256 } from '../../files/hash.ts';

/** Why a request is not answered. */
export interface GuardRefusal {
  readonly status: 403 | 405;
  readonly message: string;
}

export interface GuardOptions {
  /** Such as `http://127.0.0.1:4255`. */
  readonly address: string;
  readonly token: string;
}

/**
 * Who may ask: a browser that was sent to this address by nobody but the author or this page. A
 * server on 127.0.0.1 is reached by every website that the author visits: under a name that the
 * site points here (DNS rebinding: the Host tells), or by a request across sites (the Origin and
 * the browser's own Sec-Fetch headers tell). Null for a request that may be answered.
 */
export function refuseRequest(request: Request, options: GuardOptions): GuardRefusal | null {
  const url = new URL(request.url);
  const origins = allowedOrigins(options.address);
  const hosts = origins.map((origin) => new URL(origin).host);
  // The target of a request can name a host of its own, beside the header.
  const host = request.headers.get('host') ?? url.host;
  if (!hosts.includes(host) || !origins.includes(url.origin)) {
    return { status: 403, message: `This preview answers at ${options.address} only.` };
  }
  const origin = request.headers.get('origin');
  if (origin !== null && !origins.includes(origin)) return otherSite;
  if (comesFromElsewhere(request.headers) && !isVisit(request, url)) return otherSite;
  if (!methods.includes(request.method)) {
    return { status: 405, message: `There is nothing here to ${request.method}.` };
  }
  if (request.method === 'POST' && !isToken(request.headers, options.token)) {
    return {
      status: 403,
      message: 'This page belongs to a preview that was started before. Reload it.',
    };
  }
  return null;
}

// --- internal ---

const methods: readonly string[] = ['GET', 'HEAD', 'POST'];

const otherSite: GuardRefusal = {
  status: 403,
  message: 'Another site asked for this. The preview only answers its own page.',
};

function allowedOrigins(address: string): readonly string[] {
  const url = new URL(address);
  const named = new URL(address);
  named.hostname = 'localhost';
  return [url.origin, named.origin];
}

/** `same-site` is another port of this machine: not this page. Absent: no browser of these years. */
function comesFromElsewhere(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site');
  return site !== null && site !== 'same-origin' && site !== 'none';
}

/** A link somewhere that leads here, followed by a person: it opens the page and does nothing. */
function isVisit({ method, headers }: Request, url: URL): boolean {
  return (
    url.pathname === '/' &&
    method === 'GET' &&
    headers.get('sec-fetch-mode') === 'navigate' &&
    headers.get('sec-fetch-dest') === 'document'
  );
}

/** Compared as hashes: they are of one length, and a comparison that takes the same time says nothing. */
function isToken(headers: Headers, token: string): boolean {
  const given = sha256(headers.get('x-galley-token') ?? '');
  return timingSafeEqual(Buffer.from(given), Buffer.from(sha256(token)));
}
