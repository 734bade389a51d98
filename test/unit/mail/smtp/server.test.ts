import { describe, expect, test } from 'vitest';
import { formatServer, isLoopback, shownUser } from '../../../../src/mail/smtp/server.ts';

describe('isLoopback', () => {
  test.each([
    'localhost',
    'LOCALHOST',
    'mail.localhost',
    '127.0.0.1',
    '127.9.9.9',
    '::1',
    '::ffff:127.0.0.1',
  ])('knows %s', (host) => expect(isLoopback(host)).toBe(true));

  test.each([
    '',
    'localhost.example.com',
    'notlocalhost',
    '127.0.0.1.example.com',
    '127.evil.example',
    '10.0.0.1',
    '0.0.0.0',
    '::',
    '::2',
    '::ffff:10.0.0.1',
  ])('does not take %j for it', (host) => expect(isLoopback(host)).toBe(false));
});

const server = { port: 587, tls: 'starttls', auth: null, ca: null, insecure: false } as const;

describe('shownUser', () => {
  test.each([
    [null, null],
    [{ user: 'ada@example.com', pass: 's3cret' }, 'ada@example.com'],
    [{ user: 't0ken', pass: 't0ken' }, '****'],
    [{ user: 'broadcast/t0ken', pass: 't0ken' }, '****'],
  ])('shows the user of %j as %j', (auth, shown) => {
    expect(shownUser({ ...server, host: 'mx.example.org', auth })).toBe(shown);
  });
});

describe('formatServer', () => {
  test('puts an address with colons into brackets', () => {
    expect(formatServer({ ...server, host: 'mx.example.org' })).toBe('mx.example.org:587');
    expect(formatServer({ ...server, host: '::1' })).toBe('[::1]:587');
  });
});
