import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import { createServer as createSocketServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { FetchOptions } from '../../../src/fetch/fetch-safely.ts';
import { fetchSafely } from '../../../src/fetch/fetch-safely.ts';

const servers: Server[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) {
    if ('closeAllConnections' in server) (server.closeAllConnections as () => void)();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function listen(server: Server): Promise<string> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const serve = (listener: RequestListener) => listen(createServer(listener));

/** The tests' own servers are on loopback, which is refused without this. */
function fetchLocally(url: string, options: Partial<FetchOptions> = {}) {
  return fetchSafely(url, {
    method: 'GET',
    signal: new AbortController().signal,
    allows: () => true,
    ...options,
  });
}

describe('fetchSafely', () => {
  it('gives status, headers and body', async () => {
    const origin = await serve((request, response) => {
      response.setHeader('content-type', 'text/html').end(`You asked for ${request.url ?? ''}`);
    });
    const fetched = await fetchLocally(`${origin}/a?b=c#d`);
    expect(fetched).toMatchObject({ ok: true, status: 200, redirects: [], truncated: false });
    if (!fetched.ok) return;
    expect(fetched.headers['content-type']).toBe('text/html');
    expect(Buffer.from(fetched.body).toString()).toBe('You asked for /a?b=c');
  });

  it('asks with HEAD and reads no body', async () => {
    const methods: (string | undefined)[] = [];
    const origin = await serve((request, response) => {
      methods.push(request.method);
      response.setHeader('content-encoding', 'gzip').end();
    });
    const fetched = await fetchLocally(origin, { method: 'HEAD' });
    expect(fetched).toMatchObject({ ok: true, status: 200 });
    expect(methods).toEqual(['HEAD']);
  });

  it('follows redirects, also relative ones, and tells them', async () => {
    const origin = await serve((request, response) => {
      if (request.url === '/old') response.writeHead(301, { location: '/newer' }).end();
      else if (request.url === '/newer') response.writeHead(302, { location: 'newest' }).end();
      else response.end('here');
    });
    const fetched = await fetchLocally(`${origin}/old`);
    expect(fetched).toMatchObject({
      ok: true,
      url: `${origin}/newest`,
      redirects: [
        { status: 301, url: `${origin}/old` },
        { status: 302, url: `${origin}/newer` },
      ],
    });
  });

  it('gives up on a circle of redirects', async () => {
    const origin = await serve((_request, response) => {
      response.writeHead(302, { location: '/again' }).end();
    });
    const fetched = await fetchLocally(origin, { maxRedirects: 3 });
    expect(fetched).toMatchObject({ ok: false, reason: 'too-many-redirects' });
  });

  it.each([
    ['ftp://example.com/', 'another scheme'],
    ['file:///etc/passwd', 'a file'],
    ['https://user:secret@example.com/', 'a user name'],
    ['no address', 'no URL'],
    ['http://127.0.0.1/', 'loopback'],
    ['http://0x7f.1/', 'loopback in disguise'],
    ['http://2130706433/', 'loopback as a number'],
    ['http://[::1]/', 'loopback'],
    ['http://[::ffff:10.0.0.1]/', 'a mapped private address'],
    ['http://169.254.169.254/latest/meta-data', 'link-local'],
  ])('refuses %s (%s)', async (url) => {
    const signal = new AbortController().signal;
    const fetched = await fetchSafely(url, { method: 'GET', signal });
    expect(fetched).toMatchObject({ ok: false, reason: 'refused' });
    expect(JSON.stringify(fetched)).not.toContain('stack');
  });

  it('refuses a name of which one address is private, and connects to none', async () => {
    let asked = 0;
    const origin = await serve((_request, response) => {
      asked++;
      response.end();
    });
    const fetched = await fetchSafely(origin.replace('127.0.0.1', 'rebound.example'), {
      method: 'GET',
      signal: new AbortController().signal,
      resolve: () =>
        Promise.resolve([
          { address: '93.184.215.14', family: 4 },
          { address: '127.0.0.1', family: 4 },
        ]),
    });
    expect(fetched).toMatchObject({ ok: false, reason: 'refused' });
    expect(asked).toBe(0);
  });

  it('connects to the address it has checked, and resolves a name once', async () => {
    const hosts: (string | undefined)[] = [];
    const origin = await serve((request, response) => {
      hosts.push(request.headers.host);
      response.end('pinned');
    });
    let resolved = 0;
    const url = origin.replace('127.0.0.1', 'pinned.example');
    const fetched = await fetchLocally(url, {
      resolve: () => {
        resolved++;
        return Promise.resolve([{ address: '127.0.0.1', family: 4 }]);
      },
    });
    expect(fetched).toMatchObject({ ok: true, status: 200 });
    expect(resolved).toBe(1);
    expect(hosts).toEqual([new URL(url).host]);
  });

  it('checks again where a redirect leads', async () => {
    const origin = await serve((_request, response) => {
      response.writeHead(302, { location: 'http://10.0.0.1/admin' }).end();
    });
    const fetched = await fetchLocally(origin, { allows: (address) => address === '127.0.0.1' });
    expect(fetched).toMatchObject({
      ok: false,
      reason: 'refused',
      url: 'http://10.0.0.1/admin',
      redirects: [{ status: 302 }],
    });
  });

  it('reads no more than the limit, also of what unpacks to more', async () => {
    const bomb = gzipSync(Buffer.alloc(5_000_000, 'a'));
    const origin = await serve((_request, response) => {
      response.setHeader('content-encoding', 'gzip').end(bomb);
    });
    const fetched = await fetchLocally(origin, { maxBytes: 1000 });
    expect(fetched).toMatchObject({ ok: true, truncated: true });
    if (fetched.ok) expect(fetched.body.length).toBe(1000);
  });

  it('tells a body that is not what its encoding says', async () => {
    const origin = await serve((_request, response) => {
      response.setHeader('content-encoding', 'gzip').end('no gzip at all');
    });
    expect(await fetchLocally(origin)).toMatchObject({ ok: false, reason: 'connection' });
  });

  it('gives up on a server that says nothing', async () => {
    const origin = await listen(
      createSocketServer((socket) => socket.on('error', () => undefined).resume()),
    );
    const fetched = await fetchLocally(origin, { timeoutMs: 50 });
    expect(fetched).toMatchObject({
      ok: false,
      reason: 'timeout',
      message: 'It took over 0.05 s.',
    });
  });

  it('gives up on a body that never ends', async () => {
    const origin = await serve((_request, response) => {
      response.write('and so on');
    });
    expect(await fetchLocally(origin, { timeoutMs: 100 })).toMatchObject({ reason: 'timeout' });
  });

  it('stops when it is told to', async () => {
    const interrupt = new AbortController();
    const origin = await serve(() => {
      interrupt.abort();
    });
    const fetched = await fetchLocally(origin, { signal: interrupt.signal });
    expect(fetched).toMatchObject({ ok: false, reason: 'interrupted' });
  });

  it('tells a closed port from a name that does not exist', async () => {
    const origin = await serve(() => undefined);
    const [server] = servers.splice(0);
    await new Promise((resolve) => server?.close(resolve));
    expect(await fetchLocally(origin)).toMatchObject({ ok: false, reason: 'connection' });
    const resolve = () => Promise.reject(new Error('ENOTFOUND'));
    expect(await fetchLocally('http://gone.example/', { resolve })).toMatchObject({
      ok: false,
      reason: 'host-not-found',
      message: 'gone.example has no address.',
    });
  });

  it('tells a name that does not exist from name servers that do not answer', async () => {
    const error = Object.assign(new Error('getaddrinfo'), { code: 'EAI_AGAIN' });
    const resolve = () => Promise.reject(error);
    expect(await fetchLocally('http://a.example/', { resolve })).toMatchObject({
      ok: false,
      reason: 'connection',
      message: "a.example can't be looked up: is this machine online?",
    });
  });

  it('tells what is no HTTP', async () => {
    const origin = await listen(
      createSocketServer((socket) => {
        socket
          .on('error', () => undefined)
          .resume()
          .end('220 mail.example.com ESMTP\r\n');
      }),
    );
    expect(await fetchLocally(origin)).toMatchObject({ ok: false, reason: 'connection' });
  });
});
