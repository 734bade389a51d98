import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { makeCertificate, type Certificate } from './make-certificate.ts';
import { makePeer, type Peer } from './smtp-peer.ts';

export type { Peer };

/*
 * SMTP servers on 127.0.0.1, on a port of their own. Close each when done.
 */

/** An authority for one test run, and what it signs. */
export interface TestAuthority {
  /** PEM, for `SmtpServer.ca`. */
  readonly ca: string;
  issue(options?: {
    readonly hosts?: readonly string[];
    readonly validFrom?: Date;
    readonly validTo?: Date;
  }): Certificate;
}

/** Makes an authority; its certificates are for 127.0.0.1 and localhost unless told otherwise. */
export function makeAuthority(): TestAuthority {
  const name = 'Galley test authority';
  const authority = makeCertificate({ name });
  return {
    ca: authority.cert,
    issue: ({ hosts = ['127.0.0.1', 'localhost'], ...validity } = {}) =>
      makeCertificate({
        name: hosts[0] ?? 'server',
        hosts,
        ...validity,
        issuer: { name, key: authority.key },
      }),
  };
}

/** A message as a server took it. */
export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly message: Buffer;
  /** The user logged in, null for none. */
  readonly user: string | null;
  readonly secure: boolean;
}

/** A refusal, such as `{ code: 550, text: '5.1.1 no such user' }`. */
export interface Refusal {
  readonly code: number;
  readonly text: string;
}

export interface SmtpServerOptions {
  /** `starttls` if left out. */
  readonly tls?: 'implicit' | 'starttls' | 'none';
  /** Who may log in, and must; nobody need if left out. */
  readonly auth?: { readonly user: string; readonly pass: string };
  readonly authMethods?: readonly ('PLAIN' | 'LOGIN' | 'CRAM-MD5')[];
  /** One of a new authority's if left out. */
  readonly certificate?: Certificate;
  /** The largest message in bytes, said in the answer to EHLO. */
  readonly size?: number;
  /** What is said to a recipient, from its first try (1) on; null accepts. */
  readonly refuseRecipient?: (address: string, attempt: number) => Refusal | null;
  /** What is said after the final dot, from the first message to its recipient (1) on; null accepts. */
  readonly refuseMessage?: (address: string, attempt: number) => Refusal | null;
}

export interface TestSmtpServer {
  readonly host: '127.0.0.1';
  readonly port: number;
  /** PEM of the authority, for `SmtpServer.ca`; '' without TLS or with a certificate passed in. */
  readonly ca: string;
  /** What was accepted, oldest first. */
  readonly received: readonly ReceivedMail[];
  /** How many connections there were. */
  connections(): number;
  close(): Promise<void>;
}

/** Starts a well-behaved server. */
export async function makeSmtpServer(options: SmtpServerOptions = {}): Promise<TestSmtpServer> {
  const tls = options.tls ?? 'starttls';
  const authority = tls === 'none' || options.certificate ? null : makeAuthority();
  const certificate = options.certificate ?? authority?.issue();
  const received: ReceivedMail[] = [];
  const seenRecipients = makeCounter();
  const seenMessages = makeCounter();
  let connections = 0;
  const server = new SMTPServer({
    ...certificate,
    name: 'mx.example.org',
    secure: tls === 'implicit',
    ...(options.size === undefined ? {} : { size: options.size }),
    authMethods: [...(options.authMethods ?? ['PLAIN', 'LOGIN'])],
    authOptional: options.auth === undefined,
    allowInsecureAuth: tls === 'none',
    disabledCommands: [
      ...(tls === 'starttls' ? [] : ['STARTTLS']),
      ...(options.auth === undefined ? ['AUTH'] : []),
    ],
    disableReverseLookup: true,
    closeTimeout: 1,
    onConnect(_session, callback) {
      connections += 1;
      callback();
    },
    onAuth(login, _session, callback) {
      const right =
        login.username === options.auth?.user &&
        (login.password === options.auth?.pass ||
          (login.method.startsWith('CRAM') && login.validatePassword(options.auth?.pass ?? '')));
      if (right) callback(null, { user: login.username });
      else callback(refusalError({ code: 535, text: '5.7.8 Authentication credentials invalid' }));
    },
    onRcptTo({ address }, _session, callback) {
      const refusal = options.refuseRecipient?.(address, seenRecipients(address)) ?? null;
      callback(refusal && refusalError(refusal));
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        const to = rcptTo.map(({ address }) => address);
        const first = to[0] ?? '';
        const tooLarge = { code: 552, text: '5.3.4 message exceeds the size limit' };
        const refusal = stream.sizeExceeded
          ? tooLarge
          : (options.refuseMessage?.(first, seenMessages(first)) ?? null);
        if (refusal !== null) return callback(refusalError(refusal));
        received.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to,
          message: Buffer.concat(chunks),
          user: typeof session.user === 'string' ? session.user : null,
          secure: session.secure,
        });
        callback(null, `2.0.0 queued as ${received.length}`);
      });
    },
  });
  // A client that breaks off is part of many tests.
  server.on('error', () => undefined);
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  return {
    host: '127.0.0.1',
    port: portOf(listening),
    ca: authority?.ca ?? '',
    received,
    connections: () => connections,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
      }),
  };
}

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

/** A port of 127.0.0.1 that refuses connections. */
export async function findClosedPort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = portOf(server);
  server.close();
  await once(server, 'close');
  return port;
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

function makeCounter(): (key: string) => number {
  const counts = new Map<string, number>();
  return (key) => {
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count;
  };
}

function refusalError({ code, text }: Refusal): Error {
  return Object.assign(new Error(text), { responseCode: code });
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}
