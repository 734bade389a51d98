import type { IncomingMessage } from 'node:http';
import http from 'node:http';
import https from 'node:https';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { Readable } from 'node:stream';
import type { Address } from './resolve-host.ts';

/** One request and its answer, or why there is none. */
export type Exchange =
  | {
      readonly ok: true;
      readonly status: number;
      readonly headers: Readonly<Record<string, string | undefined>>;
      readonly body: Uint8Array;
      readonly truncated: boolean;
    }
  | {
      readonly ok: false;
      readonly reason: 'host-not-found' | 'certificate' | 'connection';
      readonly message: string;
    };

export interface RequestOptions {
  readonly method: 'GET' | 'HEAD';
  /** What to connect to: the host of the URL is not resolved again. */
  readonly addresses: readonly Address[];
  readonly signal: AbortSignal;
  readonly maxBytes: number;
}

/** Asks for one URL and follows nothing. */
export function requestOnce(url: URL, options: RequestOptions): Promise<Exchange> {
  const { method, signal, maxBytes } = options;
  return new Promise((resolve) => {
    const fail = (error: unknown) => {
      resolve(describeFailure(url, error));
    };
    try {
      const request = (url.protocol === 'https:' ? https : http).request(url, {
        method,
        signal,
        agent: false,
        headers: requestHeaders,
        lookup: pinned(options.addresses),
      });
      request.on('error', fail);
      request.on('response', (response) => {
        readBody(response, method === 'HEAD' ? 0 : maxBytes)
          .then(({ body, truncated }) => {
            const { statusCode: status = 0 } = response;
            resolve({ ok: true, status, headers: firstValues(response), body, truncated });
          }, fail)
          .finally(() => request.destroy());
      });
      request.end();
    } catch (error) {
      fail(error);
    }
  });
}

// --- internal ---

const requestHeaders = {
  accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.5',
  'accept-encoding': 'gzip, br, deflate',
  // Some servers turn away what doesn't say who it is.
  'user-agent': 'Mozilla/5.0 (compatible; Galley)',
};

type Lookup = NonNullable<http.RequestOptions['lookup']>;

function pinned(addresses: readonly Address[]): Lookup {
  return (_hostname, { all }, done) => {
    const [first] = addresses;
    if (all === true) done(null, [...addresses]);
    else done(null, first?.address ?? '', first?.family);
  };
}

function firstValues({ headers }: IncomingMessage): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  );
}

/** Reads at most `maxBytes` of the decoded body: a small answer may unpack to gigabytes. */
async function readBody(
  response: IncomingMessage,
  maxBytes: number,
): Promise<{ body: Uint8Array; truncated: boolean }> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  if (maxBytes === 0) return { body: new Uint8Array(), truncated: false };
  for await (const chunk of decode(response) as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > maxBytes) break;
  }
  response.destroy();
  return { body: Buffer.concat(chunks).subarray(0, maxBytes), truncated: length > maxBytes };
}

function decode(response: IncomingMessage): Readable {
  const encoding = response.headers['content-encoding']?.trim().toLowerCase();
  const decoder =
    encoding === 'gzip' || encoding === 'x-gzip'
      ? createGunzip()
      : encoding === 'br'
        ? createBrotliDecompress()
        : encoding === 'deflate'
          ? createInflate()
          : null;
  if (decoder === null) return response;
  response.on('error', (error) => decoder.destroy(error));
  return response.pipe(decoder);
}

function describeFailure({ hostname }: URL, error: unknown): Exchange {
  const { code = '', message } = error instanceof Error ? (error as NodeJS.ErrnoException) : {};
  if (/CERT|SELF_SIGNED|UNABLE_TO_|TLS_CERT|ERR_SSL|EPROTO/.test(code)) {
    const why = `The certificate of ${hostname} can't be trusted (${code}).`;
    return { ok: false, reason: 'certificate', message: why };
  }
  const known: Readonly<Record<string, string>> = {
    ECONNREFUSED: `${hostname} refuses the connection.`,
    ECONNRESET: `${hostname} broke the connection off.`,
    EHOSTUNREACH: `${hostname} can't be reached.`,
    ENETUNREACH: `${hostname} can't be reached: is this machine online?`,
  };
  const shown =
    known[code] ?? `${hostname} gave no proper answer (${code || (message ?? 'unknown')}).`;
  return { ok: false, reason: 'connection', message: shown };
}
