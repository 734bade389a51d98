import { afterEach, describe, expect, test } from 'vitest';
import { probe, type ProbeReport } from '../../../../src/mail/smtp/probe.ts';
import type { SmtpServer } from '../../../../src/mail/smtp/server.ts';
import { findClosedPort } from '../../../support/local-port.ts';
import { makeRawServer } from '../../../support/raw-smtp-server.ts';
import type { Peer } from '../../../support/smtp-peer.ts';
import { makeSmtpServer } from '../../../support/smtp-server.ts';

const AUTH = { user: 'ada@example.com', pass: 'correct horse 7 battery' };

const servers: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

function keep<Server extends { close(): Promise<void> }>(server: Server): Server {
  servers.push(server);
  return server;
}

function look(
  server: { readonly port: number; readonly ca: string },
  changes: Partial<SmtpServer> = {},
  timeouts: Parameters<typeof probe>[1]['timeouts'] = {},
): Promise<ProbeReport> {
  const { port, ca } = server;
  const settings = {
    host: '127.0.0.1',
    port,
    tls: 'starttls',
    auth: AUTH,
    ca: ca === '' ? null : ca,
    insecure: false,
    ...changes,
  } as const;
  return probe(settings, { signal: new AbortController().signal, timeouts });
}

function outcomes({ steps }: ProbeReport): string {
  return steps.map(({ name, ok }) => `${name} ${ok ? 'ok' : 'failed'}`).join(', ');
}

describe('probe', () => {
  test.each(['starttls', 'implicit'] as const)(
    'tells what a server with %s offers',
    async (tls) => {
      const server = keep(await makeSmtpServer({ tls, auth: AUTH, size: 30_000_000 }));
      const report = await look(server, { tls });
      expect(outcomes(report)).toBe('connect ok, tls ok, login ok, size ok');
      expect(report.failure).toBeNull();
      expect(report.size).toBe(30_000_000);
      expect(report.extensions).toEqual(expect.arrayContaining(['PIPELINING', 'AUTH', 'SIZE']));
      expect(report.tls).toMatchObject({ protocol: 'TLSv1.3', issuer: 'Galley test authority' });
      expect(new Date(report.tls?.validTo ?? '').getTime()).toBeGreaterThan(Date.now());
      const details = report.steps.map(({ detail }) => detail);
      expect(details[0]).toBe(`connected to 127.0.0.1:${server.port}`);
      expect(details[1]).toMatch(
        /^TLSv1.3, TLS_\w+; certificate of Galley test authority, valid until 20/,
      );
      expect(details[2]).toBe('logged in as ada@example.com');
      expect(details[3]).toBe('messages of at most 30000000 bytes');
      expect(server.received).toEqual([]);
    },
  );

  test('tells of a server on this machine without TLS, login or limit', async () => {
    const server = keep(await makeSmtpServer({ tls: 'none' }));
    const report = await look(server, { tls: 'none', auth: null });
    expect(outcomes(report)).toBe('connect ok, tls ok, login ok, size ok');
    expect(report).toMatchObject({ tls: null, size: null, failure: null });
  });

  test('says that a certificate was not verified', async () => {
    const server = keep(await makeSmtpServer({ auth: AUTH }));
    const report = await look(server, { ca: null, insecure: true });
    expect(report.steps[1]?.detail).toContain('certificate not verified');
  });

  test('sends no MAIL, and says goodbye', async () => {
    let bye: () => void = () => undefined;
    const left = new Promise<void>((resolve) => {
      bye = resolve;
    });
    const server = keep(
      await makeRawServer({
        QUIT: (peer) => {
          peer.send('221 bye\r\n');
          bye();
        },
      }),
    );
    await look(server);
    await left;
    expect(server.heard[0]?.map((line) => line.split(' ')[0])).toEqual([
      'EHLO',
      'STARTTLS',
      'EHLO',
      'AUTH',
      'QUIT',
    ]);
  });

  test.each([
    ['no greeting', { banner: (peer: Peer) => peer.gone }, 'connect failed', 'silent-server'],
    ['STARTTLS stripped', { STARTTLS: '502 no' }, 'connect ok, tls failed', 'starttls-missing'],
    [
      'no login',
      { EHLO: '250-mx\n250 STARTTLS' },
      'connect ok, tls ok, login failed',
      'auth-missing',
    ],
    [
      'a wrong password',
      { AUTH: '535 5.7.8 no' },
      'connect ok, tls ok, login failed',
      'auth-failed',
    ],
  ] as const)('stops at what fails: %s', async (_name, replies, steps, code) => {
    const server = keep(await makeRawServer(replies));
    const report = await look(server, {}, { greeting: code === 'silent-server' ? 60 : 30_000 });
    expect(outcomes(report)).toBe(steps);
    expect(report.failure?.code).toBe(code);
    expect(report.steps.at(-1)?.detail).toBe(report.failure?.message);
  });

  test('stops at a bad certificate and at a refused connection', async () => {
    const server = keep(await makeRawServer({}));
    const report = await look(server, { ca: null });
    expect(outcomes(report)).toBe('connect ok, tls failed');
    expect(report.failure?.code).toBe('bad-certificate');
    const closed = await look({ port: await findClosedPort(), ca: '' });
    expect(outcomes(closed)).toBe('connect failed');
    expect(closed.failure?.code).toBe('connection-refused');
  });

  test('tries only once', async () => {
    const server = keep(await makeRawServer({ banner: '421 busy' }));
    const report = await look(server);
    expect(report.failure?.code).toBe('try-again-later');
    expect(server.heard).toHaveLength(1);
  });
});
