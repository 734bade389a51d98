import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLinkAsker } from '../../../../src/check/links/ask-links.ts';
import type { AskOptions } from '../../../../src/check/links/ask-links.ts';
import { createMemoryStore } from '../../../../src/files/memory-store.ts';
import type { Store } from '../../../../src/files/store.ts';

/** What a local server was asked, as `GET host/path`, and how many requests it served at once. */
interface Asked {
  readonly requests: string[];
  most: number;
}

const pages: Readonly<Record<string, number>> = { '/gone': 410, '/missing': 404, '/down': 503 };

let server: Server;
let port = 0;
let asked: Asked;
let store: Store;

beforeEach(async () => {
  asked = { requests: [], most: 0 };
  store = createMemoryStore();
  let running = 0;
  const answer: RequestListener = (request, response) => {
    const { method = '', url = '', headers } = request;
    asked.requests.push(`${method} ${headers.host?.split(':')[0] ?? ''}${url}`);
    asked.most = Math.max(asked.most, ++running);
    response.on('close', () => running--);
    const end = (status: number, location?: string) => {
      response.writeHead(status, location === undefined ? {} : { location });
      // Later than the requests that come at the same time.
      setImmediate(() => setImmediate(() => response.end()));
    };
    if (url === '/silent') return;
    if (url === '/no-head') end(method === 'HEAD' ? 405 : 200);
    else if (url === '/busy') end(429);
    else if (url === '/moved') end(301, '/here');
    else if (url === '/twice') end(308, '/moved');
    else if (url === '/for-now') end(302, '/here');
    else if (url === '/to-app') end(302, 'boats-app://letter');
    else end(pages[url] ?? 200);
  };
  server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const at = (path: string, host = 'a.test') => `http://${host}:${port}${path}`;

function asker(options: Partial<AskOptions> = {}) {
  return createLinkAsker({
    store,
    now: () => 0,
    signal: new AbortController().signal,
    resolve: (host) =>
      host === 'nowhere.test'
        ? Promise.reject(new Error('ENOTFOUND'))
        : Promise.resolve([{ address: '127.0.0.1', family: 4 }]),
    allows: () => true,
    ...options,
  });
}

async function answerOf(url: string, options: Partial<AskOptions> = {}) {
  return (await asker(options)([url])).get(url);
}

describe('createLinkAsker', () => {
  it('tells dead from unreachable', async () => {
    expect(await answerOf(at('/'))).toEqual({ state: 'alive', reason: '200' });
    expect(await answerOf(at('/missing'))).toEqual({ state: 'dead', reason: '404' });
    expect(await answerOf(at('/gone'))).toEqual({ state: 'dead', reason: '410' });
    expect(await answerOf(at('/down'))).toEqual({ state: 'unreachable', reason: '503' });
    expect(await answerOf(at('/', 'nowhere.test'))).toEqual({
      state: 'dead',
      reason: 'nowhere.test has no address',
    });
    expect(await answerOf(at('/silent'), { timeoutMs: 50 })).toEqual({
      state: 'unreachable',
      reason: 'it took over 0.05 s',
    });
  });

  it('doubts the program, not the link, where a page sends on to what only a person can open', async () => {
    expect(await answerOf(at('/to-app'))).toEqual({
      state: 'unreachable',
      reason: 'only http and https are fetched, not boats-app:',
    });
  });

  it('doubts the network, not the links, when no host is found', async () => {
    const urls = [at('/', 'nowhere.test'), at('/two', 'nowhere.test')];
    const answers = await asker()(urls);
    expect(answers.get(urls[0] ?? '')).toEqual({
      state: 'unreachable',
      reason: 'no host was found: is this machine online?',
    });
    expect(await store.get(`link-1 ${urls[0] ?? ''}`)).toBeNull();
  });

  it('doubts the links when a host that was there before is still found', async () => {
    const urls = [at('/'), at('/', 'nowhere.test'), at('/two', 'nowhere.test')];
    await asker()(urls);
    asked.requests.length = 0;
    const again = await asker()(urls);
    expect(asked.requests).toEqual([]);
    expect(urls.map((url) => again.get(url)?.state)).toEqual(['alive', 'dead', 'dead']);
  });

  it('is never led into a private network', async () => {
    const { signal } = new AbortController();
    const ask = createLinkAsker({ store, now: () => 0, signal });
    const url = `http://127.0.0.1:${port}/`;
    expect((await ask([url])).get(url)).toEqual({
      state: 'dead',
      reason: '127.0.0.1 is not on the public internet',
    });
    expect(asked.requests).toEqual([]);
  });

  it('asks with HEAD, then with GET where HEAD is not known', async () => {
    expect(await answerOf(at('/no-head'))).toEqual({ state: 'alive', reason: '200' });
    expect(asked.requests).toEqual(['HEAD a.test/no-head', 'GET a.test/no-head']);
  });

  it('does not ask again where it was asked for patience', async () => {
    expect(await answerOf(at('/busy'))).toEqual({ state: 'unreachable', reason: '429' });
    expect(asked.requests).toEqual(['HEAD a.test/busy']);
  });

  it('reports where a page is for good, with its anchor, not where it is for now', async () => {
    expect(await answerOf(at('/moved#part'))).toMatchObject({ movedTo: at('/here#part') });
    expect(await answerOf(at('/twice'))).toMatchObject({ movedTo: at('/here') });
    expect(await answerOf(at('/for-now'))).toEqual({ state: 'alive', reason: '200' });
  });

  it('keeps for a day which pages are there, but not what can be there in a minute', async () => {
    const urls = [at('/'), at('/missing'), at('/down')];
    await asker({ now: () => 1000 })(urls);
    asked.requests.length = 0;
    await asker({ now: () => 1000 + 86_399_999 })(urls);
    expect(asked.requests).toEqual([
      ...['HEAD a.test/missing', 'GET a.test/missing'],
      ...['HEAD a.test/down', 'GET a.test/down'],
    ]);
    await asker({ now: () => 1000 + 86_400_000 })([at('/')]);
    expect(asked.requests).toContain('HEAD a.test/');
  });

  it('asks for each address once, whatever it is linked from', async () => {
    const ask = asker();
    await ask([at('/'), at('/'), 'mailto:a@a.example']);
    await ask([at('/'), at('/two')]);
    expect(asked.requests).toEqual(['HEAD a.test/', 'HEAD a.test/two']);
  });

  it('asks six hosts at once, and one host for one page at a time', async () => {
    const same = Array.from({ length: 4 }, (_, index) => at(`/${index}`));
    await asker()(same);
    expect(asked.most).toBe(1);
    const many = Array.from({ length: 20 }, (_, index) => at('/', `host${index}.test`));
    const seen: string[] = [];
    const onProgress = (done: number, total: number) => void seen.push(`${done}/${total}`);
    const answers = await asker({ onProgress })(many);
    expect(answers.size).toBe(20);
    expect(asked.most).toBeGreaterThan(1);
    expect(asked.most).toBeLessThanOrEqual(6);
    expect(seen.at(-1)).toBe('20/20');
  });

  it('stops when it is told to, and keeps nothing of what it broke off', async () => {
    const stop = new AbortController();
    const asking = asker({ signal: stop.signal })([at('/silent'), at('/two')]);
    server.once('request', () => {
      stop.abort();
    });
    expect([...(await asking).keys()]).toEqual([]);
    expect(await store.get(`link-1 ${at('/silent')}`)).toBeNull();
  });
});
