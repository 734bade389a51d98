import { describe, expect, it } from 'vitest';
import { refuseRequest } from '../../../../src/preview/serve/guard.ts';

const address = 'http://127.0.0.1:4255';
const token = 'a-token';

function statusOf(
  url: string,
  headers: Readonly<Record<string, string>> = {},
  method = 'GET',
  at = address,
): number | null {
  const request = new Request(url, { method });
  // A Request drops the headers that only a browser may set; the server's own doesn't.
  const given = new Headers();
  for (const [name, value] of Object.entries(headers)) given.set(name, value);
  Object.defineProperty(request, 'headers', { value: given });
  return refuseRequest(request, { address: at, token })?.status ?? null;
}

describe('the guard answers', () => {
  it.each(['http://127.0.0.1:4255/', 'http://localhost:4255/api/state'])('%s', (url) => {
    expect(statusOf(url)).toBeNull();
    expect(statusOf(url, { host: new URL(url).host })).toBeNull();
    expect(statusOf(url, { origin: new URL(url).origin })).toBeNull();
  });

  it('at a port that is not written', () => {
    const headers = { host: 'localhost', origin: 'http://localhost' };
    expect(statusOf('http://127.0.0.1/', {}, 'GET', 'http://127.0.0.1:80')).toBeNull();
    expect(statusOf('http://localhost/', headers, 'GET', 'http://127.0.0.1:80')).toBeNull();
  });

  it.each(['same-origin', 'none'])('a browser that says %s', (site) => {
    expect(statusOf(`${address}/api/state`, { 'sec-fetch-site': site })).toBeNull();
  });

  it('a person who follows a link from elsewhere to the page, and to nothing else', () => {
    const visit = {
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'document',
    };
    expect(statusOf(`${address}/?issue=2026-11`, visit)).toBeNull();
    expect(statusOf(`${address}/mail/2026-11/email.html`, visit)).toBe(403);
    expect(statusOf(`${address}//`, visit)).toBe(403);
    expect(statusOf(`${address}/`, { ...visit, 'sec-fetch-dest': 'iframe' })).toBe(403);
    expect(statusOf(`${address}/`, { ...visit, 'sec-fetch-mode': 'no-cors' })).toBe(403);
    expect(statusOf(`${address}/`, { ...visit, 'x-galley-token': token }, 'POST')).toBe(403);
  });
});

describe('the guard refuses', () => {
  it.each([
    'evil.example',
    'evil.example:4255',
    '127.0.0.1',
    '127.0.0.1:4256',
    'localhost:80',
    '127.0.0.1.evil.example:4255',
    'localhost.evil.example:4255',
    'localhost.:4255',
    '127.0.0.2:4255',
    '0.0.0.0:4255',
    '[::1]:4255',
    'user@127.0.0.1:4255',
    '127.0.0.1:4255, evil.example',
    '',
  ])('the host %j', (host) => {
    expect(statusOf(`${address}/`, { host })).toBe(403);
  });

  it('a target that names another host than the header', () => {
    expect(statusOf('http://evil.example/', { host: '127.0.0.1:4255' })).toBe(403);
    expect(statusOf('https://127.0.0.1:4255/', { host: '127.0.0.1:4255' })).toBe(403);
  });

  it.each([
    'null',
    'https://evil.example',
    'http://localhost:3000',
    'https://127.0.0.1:4255',
    'http://127.0.0.1:4255.evil.example',
    'http://127.0.0.1',
    '',
  ])('the origin %j', (origin) => {
    expect(statusOf(`${address}/api/state`, { origin })).toBe(403);
    expect(statusOf(`${address}/`, { origin, 'x-galley-token': token }, 'POST')).toBe(403);
  });

  it.each(['cross-site', 'same-site', 'anything'])('what a browser calls %s', (site) => {
    expect(statusOf(`${address}/events`, { 'sec-fetch-site': site })).toBe(403);
  });

  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])('%s', (method) => {
    expect(statusOf(`${address}/`, { 'x-galley-token': token }, method)).toBe(405);
  });

  it.each([null, '', 'a-tokeN', 'a-token2', 'a-token, a-token'])('the token %j', (given) => {
    const headers: Record<string, string> = given === null ? {} : { 'x-galley-token': given };
    expect(statusOf(`${address}/api/send/a`, headers, 'POST')).toBe(403);
  });

  it('no POST with the token', () => {
    expect(statusOf(`${address}/api/send/a`, { 'x-galley-token': token }, 'POST')).toBeNull();
  });
});
