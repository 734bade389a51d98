import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { portOf } from './local-port.ts';
import type { Certificate } from './make-certificate.ts';
import { makePeer, type Peer } from './smtp-peer.ts';
import { makeAuthority } from './test-authority.ts';

/** A reply (lines end with \n; the last gets one), or anything else done instead. */
export type Reply = string | ((peer: Peer, line: string) => void | Promise<void>);

/**
 * What a raw server says; what is left out is what a server that offers STARTTLS (with a
 * certificate) and AUTH PLAIN LOGIN would say.
 */
export interface Replies {
  readonly banner?: Reply;
  readonly EHLO?: Reply;
  readonly HELO?: Reply;
  readonly STARTTLS?: Reply;
  readonly AUTH?: Reply;
  readonly MAIL?: Reply;
  readonly RCPT?: Reply;
  readonly DATA?: Reply;
  /** Instead of reading the message. */
  readonly content?: Reply;
  /** After the final dot. */
  readonly end?: Reply;
  readonly RSET?: Reply;
  readonly NOOP?: Reply;
  readonly QUIT?: Reply;
}

export interface RawServer {
  readonly host: '127.0.0.1';
  readonly port: number;
  /** PEM, for `SmtpServer.ca`. */
  readonly ca: string;
  /** The lines that each connection sent, messages left out; oldest first. */
  readonly heard: readonly (readonly string[])[];
  /** The messages that came as far as their final dot, dots unstuffed. */
  readonly messages: readonly string[];
  close(): Promise<void>;
}

/** Starts a server that says what it is told, for each connection (from 1 on). */
export async function makeRawServer(
  replies: Replies | ((connection: number) => Replies),
  options: { readonly tls?: 'implicit' | 'starttls'; readonly certificate?: Certificate } = {},
): Promise<RawServer> {
  const authority = options.certificate ? null : makeAuthority();
  const certificate = options.certificate ?? authority?.issue();
  if (certificate === undefined) throw new Error('A raw server has a certificate.');
  const heard: string[][] = [];
  const messages: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    const lines: string[] = [];
    heard.push(lines);
    const said = typeof replies === 'function' ? replies(heard.length) : replies;
    const peer = makePeer(socket, certificate, lines);
    const begin = options.tls === 'implicit' ? peer.startTls() : Promise.resolve();
    // Rejects when the client goes, which is no fault of the server's.
    begin.then(() => converse(peer, said, messages)).catch(() => undefined);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    host: '127.0.0.1',
    port: portOf(server),
    ca: authority?.ca ?? '',
    heard,
    messages,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

// --- internal ---

const DEFAULTS: Required<Replies> = {
  banner: '220 mx.example.org ESMTP',
  EHLO: '250-mx.example.org\n250-STARTTLS\n250-AUTH PLAIN LOGIN\n250-8BITMIME\n250 SIZE 10000000',
  HELO: '250 mx.example.org',
  STARTTLS: async (peer) => {
    peer.send('220 2.0.0 ready\r\n');
    await peer.startTls();
  },
  AUTH: '235 2.7.0 welcome',
  MAIL: '250 2.1.0 sender ok',
  RCPT: '250 2.1.5 recipient ok',
  DATA: '354 go on',
  content: () => undefined,
  end: '250 2.0.0 queued',
  RSET: '250 2.0.0 ok',
  NOOP: '250 2.0.0 ok',
  QUIT: '221 2.0.0 bye',
};

async function converse(peer: Peer, replies: Replies, messages: string[]): Promise<void> {
  const reply = async (key: keyof Replies, line: string): Promise<void> => {
    const said = replies[key] ?? DEFAULTS[key];
    if (typeof said === 'function') await said(peer, line);
    else peer.send(`${said.replaceAll('\n', '\r\n')}\r\n`);
  };
  await reply('banner', '');
  for (;;) {
    const line = await peer.readLine();
    const verb = (/^[a-z]+/i.exec(line)?.[0] ?? '').toUpperCase();
    if (!isCommand(verb)) {
      peer.send('500 5.5.1 what?\r\n');
      continue;
    }
    await reply(verb, line);
    if (verb === 'QUIT') {
      peer.drop();
      return;
    }
    if (verb !== 'DATA' || refuses(replies.DATA)) continue;
    if (replies.content !== undefined) {
      await reply('content', '');
      continue;
    }
    const stuffed = await peer.readMessage();
    messages.push(stuffed.replace(/^\./gm, ''));
    await reply('end', '');
  }
}

function refuses(reply: Reply | undefined): boolean {
  return typeof reply === 'string' && /^[45]/.test(reply);
}

function isCommand(verb: string): verb is keyof Replies {
  return verb === verb.toUpperCase() && Object.hasOwn(DEFAULTS, verb);
}
