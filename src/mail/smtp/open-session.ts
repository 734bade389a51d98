import { X509Certificate } from 'node:crypto';
import {
  createSecureContext,
  rootCertificates,
  type ConnectionOptions,
  type SecureContext,
} from 'node:tls';
import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import { explainFailure } from './explain-failure.ts';
import { parseExtensions, type Extensions } from './extensions.ts';
import type { Attempt, Fault } from './failure.ts';
import { openSocket } from './open-socket.ts';
import { runStep } from './run-step.ts';
import { isLoopback, type SmtpServer } from './server.ts';
import type { Timeouts } from './timeouts.ts';

/** A connection that is ready for a command. */
export interface Session {
  readonly connection: SMTPConnection;
  /** What the server offers, as it said under TLS. */
  readonly extensions: Extensions;
}

export interface SessionOptions {
  readonly timeouts: Timeouts;
  readonly signal: AbortSignal;
}

/**
 * Connects, is greeted and starts TLS as the settings ask: without it nothing more is said. The
 * library drops what came in clear after the answer to STARTTLS, so that nobody between can put
 * answers into the server's mouth.
 */
export async function openSession(
  server: SmtpServer,
  { timeouts, signal }: SessionOptions,
): Promise<Attempt<Session>> {
  const refusal = refuseSettings(server);
  if (refusal !== null) return { ok: false, fault: refusal };
  const { default: Connection } = await import('nodemailer/lib/smtp-connection');
  const socket = await openSocket(server, { ms: timeouts.connect, signal });
  if (!socket.ok) return explain(socket.cause, 'connect', server);
  const connection = new Connection({
    connection: socket.value,
    host: server.host,
    port: server.port,
    secure: server.tls === 'implicit',
    requireTLS: server.tls === 'starttls',
    ignoreTLS: server.tls === 'none',
    tls: tlsOptions(server),
    // Not the name of the author's machine, which would stand in the message's trace.
    name: '[127.0.0.1]',
    maxResponseSize: 64 * 1024,
    // Closing drops what was not yet sent, so that a given-up message can't arrive after all.
    socketCloseTimeout: 0,
    ...looseTimeouts(timeouts),
  });
  // What fails in a step is heard there; what fails after the last one is of no account.
  connection.on('error', () => undefined);
  const greeted = await runStep<null>(connection, { ms: timeouts.greeting, signal }, ({ done }) =>
    connection.connect((error) => done(error, null)),
  );
  if (!greeted.ok) return explain(greeted.cause, 'greeting', server);
  const answer = connection.lastServerResponse;
  return {
    ok: true,
    value: { connection, extensions: parseExtensions(answer === false ? '' : answer) },
  };
}

/** Logs in, if there are credentials: a server that offers no way to is not used without. */
export async function logIn(
  { connection, extensions }: Session,
  server: SmtpServer,
  { timeouts, signal }: SessionOptions,
): Promise<Attempt<null>> {
  const { auth } = server;
  if (auth === null) return { ok: true, value: null };
  const offered = extensions.get('AUTH') ?? [];
  // A server that knows only HELO names no mechanisms; it may know one.
  const unnamed = extensions.size === 0 && connection.allowsAuth;
  if (!unnamed && !offered.some((mechanism) => MECHANISMS.has(mechanism))) {
    connection.close();
    return explain({ kind: 'no-mechanism', offered }, 'login', server);
  }
  const done = await runStep<null>(connection, { ms: timeouts.command, signal }, (control) =>
    connection.login({ user: auth.user, pass: auth.pass }, (error) => control.done(error, null)),
  );
  return done.ok ? { ok: true, value: null } : explain(done.cause, 'login', server);
}

/** Says goodbye without waiting for it: whatever still happens changes nothing. */
export function closeSession({ connection }: Session): void {
  const socket = connection._socket;
  if (socket !== null && socket !== false) socket.unref();
  connection.quit();
  setTimeout(() => connection.close(), FAREWELL).unref();
}

// --- internal ---

const FAREWELL = 2_000;

/** What the library can log in with by name and password. */
const MECHANISMS: ReadonlySet<string> = new Set(['PLAIN', 'LOGIN', 'CRAM-MD5']);

function explain(
  cause: Parameters<typeof explainFailure>[0],
  phase: 'connect' | 'greeting' | 'login',
  server: SmtpServer,
): { readonly ok: false; readonly fault: Fault } {
  return { ok: false, fault: explainFailure(cause, { phase, server, mail: null }) };
}

function refuseSettings(server: SmtpServer): Fault | null {
  const at = { phase: 'connect', server, mail: null } as const;
  if (server.tls === 'none' && !server.insecure && !isLoopback(server.host)) {
    return explainFailure({ kind: 'not-loopback' }, at);
  }
  return server.ca !== null && countCertificates(server.ca) === 0
    ? explainFailure({ kind: 'no-authority' }, at)
    : null;
}

/** Node takes a text without certificates, or with a damaged one, for no text. */
function countCertificates(pem: string): number {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g) ?? [];
  try {
    return blocks.map((block) => new X509Certificate(block)).length;
  } catch {
    return 0;
  }
}

function tlsOptions(server: SmtpServer): ConnectionOptions {
  const rejectUnauthorized = !server.insecure;
  if (server.ca === null) return { rejectUnauthorized, minVersion: 'TLSv1.2' };
  return { rejectUnauthorized, secureContext: contextWith(server.ca) };
}

/**
 * Trusts an authority beside those that Node, its options and the environment name. The option `ca`
 * would replace them, and passing them all in again takes 100 ms for each connection.
 */
function contextWith(ca: string): SecureContext {
  const secureContext = createSecureContext({ minVersion: 'TLSv1.2' });
  const native: unknown = secureContext.context;
  if (!canAddAuthority(native)) {
    return createSecureContext({ minVersion: 'TLSv1.2', ca: [...rootCertificates, ca] });
  }
  native.addCACert(ca);
  return secureContext;
}

function canAddAuthority(
  context: unknown,
): context is { readonly addCACert: (pem: string) => void } {
  return (
    typeof context === 'object' &&
    context !== null &&
    'addCACert' in context &&
    typeof context.addCACert === 'function'
  );
}

/** Each step has a clock of its own; the library's must not strike before. */
function looseTimeouts(timeouts: Timeouts): Record<string, number> {
  const setup = timeouts.greeting + 1_000;
  const longest = Math.max(timeouts.command, timeouts.block, timeouts.finalDot) + 1_000;
  return { connectionTimeout: setup, greetingTimeout: setup, socketTimeout: longest };
}
