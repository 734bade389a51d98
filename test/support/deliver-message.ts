import { afterEach, expect } from 'vitest';
import { deliver, type Delivery, type DeliverOptions } from '../../src/mail/smtp/deliver.ts';
import type { SmtpServer } from '../../src/mail/smtp/server.ts';
import type { RawServer, Replies } from './raw-smtp-server.ts';
import { makeRawServer } from './raw-smtp-server.ts';
import type { Peer } from './smtp-peer.ts';
import type { SmtpServerOptions, TestSmtpServer } from './smtp-server.ts';
import { makeSmtpServer } from './smtp-server.ts';

export const AUTH = { user: 'ada@example.com', pass: 'correct horse 7 battery' };
export const MESSAGE = asBytes(
  'From: ada@example.com\r\nSubject: One\r\n\r\n.dot\r\n..\r\nHello\r\n',
);

const servers: { close(): Promise<void> }[] = [];

/** Closes after each test the servers that it started: for the top of a test file. */
export function closeServers(): void {
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.close()));
  });
}

export async function start(options: SmtpServerOptions = {}): Promise<TestSmtpServer> {
  const server = await makeSmtpServer(options);
  servers.push(server);
  return server;
}

export async function startRaw(
  replies: Replies | ((connection: number) => Replies),
  options: Parameters<typeof makeRawServer>[1] = {},
): Promise<RawServer> {
  const server = await makeRawServer(replies, options);
  servers.push(server);
  return server;
}

export function settings(
  server: { readonly port: number; readonly ca: string },
  changes: Partial<SmtpServer> = {},
): SmtpServer {
  const ca = server.ca === '' ? null : server.ca;
  const { port } = server;
  return { host: '127.0.0.1', port, tls: 'starttls', auth: AUTH, ca, insecure: false, ...changes };
}

interface Sent extends Delivery {
  /** The pauses between the tries. */
  readonly pauses: readonly number[];
}

export async function send(
  server: SmtpServer,
  options: Partial<DeliverOptions> & { readonly message?: Uint8Array; readonly to?: string } = {},
): Promise<Sent> {
  const { message = MESSAGE, to = 'charles@example.org', ...rest } = options;
  const pauses: number[] = [];
  let now = 1_000_000;
  const delivery = await deliver(
    server,
    { from: 'ada@example.com', to, message },
    {
      signal: new AbortController().signal,
      timers: {
        now: () => now,
        random: () => 0.5,
        wait: (ms) => {
          pauses.push(ms);
          now += ms;
          return Promise.resolve();
        },
      },
      ...rest,
    },
  );
  expectClean(delivery, server);
  return { ...delivery, pauses };
}

/** What holds for all that is ever said. */
function expectClean(delivery: Delivery, { auth }: SmtpServer): void {
  const said = JSON.stringify(delivery);
  expect(delivery.answer).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
  expect(delivery.failure === null).toBe(delivery.status === 'accepted');
  if (auth === null) return;
  for (const secret of [auth.pass, base64(auth.pass), base64(`\0${auth.user}\0${auth.pass}`)]) {
    expect(said.toLowerCase()).not.toContain(secret.toLowerCase());
  }
}

export function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

export function asBytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function largeMessage(bytes: number): Uint8Array {
  return asBytes(`Subject: Large\r\n\r\n${`${'x'.repeat(76)}\r\n`.repeat(Math.ceil(bytes / 78))}`);
}

export const drop = (peer: Peer): void => peer.drop();
/** Says nothing until the other side gives up. */
export const silence = (peer: Peer): Promise<void> => peer.gone;

/** Sends a piece again and again until the other side gives up. */
export function flood(piece: string): (peer: Peer) => Promise<void> {
  return async (peer) => {
    peer.send(piece.repeat(Math.ceil(200_000 / piece.length)));
    await peer.gone;
  };
}

/** Sends a line and never the last one. */
export function drip(line: string): (peer: Peer) => Promise<void> {
  return async (peer) => {
    peer.send(line);
    await peer.gone;
  };
}
