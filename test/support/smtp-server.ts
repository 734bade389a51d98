import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';
import { portOf } from './local-port.ts';
import type { Certificate } from './make-certificate.ts';
import { makeAuthority } from './test-authority.ts';

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

/** Starts a well-behaved server on 127.0.0.1, on a port of its own. Close it when done. */
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

// --- internal ---

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
