import { TLSSocket } from 'node:tls';
import { printable } from '../../diagnostics/printable.ts';
import { sizeLimit } from './extensions.ts';
import type { SmtpFailure } from './failure.ts';
import { closeSession, logIn, openSession, type Session } from './open-session.ts';
import { formatServer, shownUser, type SmtpServer } from './server.ts';
import { DEFAULT_TIMEOUTS, type Timeouts } from './timeouts.ts';

export interface ProbeStep {
  readonly name: 'connect' | 'tls' | 'login' | 'size';
  readonly ok: boolean;
  /** What was found, or what went wrong: one line. */
  readonly detail: string;
}

export interface ProbeTls {
  /** Such as `TLSv1.3`. */
  readonly protocol: string;
  readonly cipher: string;
  /** Who signed the certificate. */
  readonly issuer: string;
  /** The certificate's last moment, as an ISO date and time; '' if it names none. */
  readonly validTo: string;
}

/** What a server was found to offer. */
export interface ProbeReport {
  /** In this order, up to the first that failed. */
  readonly steps: readonly ProbeStep[];
  /** Null without TLS. */
  readonly tls: ProbeTls | null;
  /** The largest message in bytes; null where the server names no limit. */
  readonly size: number | null;
  /** Such as `SIZE` and `PIPELINING`, as offered under TLS. */
  readonly extensions: readonly string[];
  /** Null when all is well. */
  readonly failure: SmtpFailure | null;
}

export interface ProbeOptions {
  readonly signal: AbortSignal;
  readonly timeouts?: Partial<Timeouts> | undefined;
}

/** Connects, starts TLS, logs in and reads the limits, once; sends nothing. */
export async function probe(server: SmtpServer, options: ProbeOptions): Promise<ProbeReport> {
  const settings = {
    timeouts: { ...DEFAULT_TIMEOUTS, ...options.timeouts },
    signal: options.signal,
  };
  const opened = await openSession(server, settings);
  if (!opened.ok) return failedToOpen(server, opened.fault.failure);
  const session = opened.value;
  const tls = readTls(session);
  const size = sizeLimit(session.extensions);
  const found = { tls, size, extensions: [...session.extensions.keys()].map(printable) };
  const connected = [connectStep(server), tlsStep(tls, server)];
  const login = await logIn(session, server, settings);
  if (!login.ok) {
    const { failure } = login.fault;
    const step: ProbeStep = { name: 'login', ok: false, detail: failure.message };
    return { ...found, steps: [...connected, step], failure };
  }
  closeSession(session);
  return { ...found, steps: [...connected, loginStep(server), sizeStep(size)], failure: null };
}

// --- internal ---

const TLS_FAILURES: ReadonlySet<SmtpFailure['code']> = new Set([
  'starttls-missing',
  'tls-failed',
  'bad-certificate',
]);

function failedToOpen(server: SmtpServer, failure: SmtpFailure): ProbeReport {
  const atTls = TLS_FAILURES.has(failure.code);
  const failed: ProbeStep = {
    name: atTls ? 'tls' : 'connect',
    ok: false,
    detail: failure.message,
  };
  const steps = atTls ? [connectStep(server), failed] : [failed];
  return { steps, tls: null, size: null, extensions: [], failure };
}

function connectStep(server: SmtpServer): ProbeStep {
  return { name: 'connect', ok: true, detail: `connected to ${formatServer(server)}` };
}

function tlsStep(tls: ProbeTls | null, server: SmtpServer): ProbeStep {
  if (tls === null) return { name: 'tls', ok: true, detail: 'none, as set' };
  const trust = server.insecure ? ', certificate not verified' : '';
  const until = tls.validTo === '' ? '' : `, valid until ${tls.validTo.slice(0, 10)}`;
  const detail = `${tls.protocol}, ${tls.cipher}; certificate of ${tls.issuer}${until}${trust}`;
  return { name: 'tls', ok: true, detail };
}

function loginStep(server: SmtpServer): ProbeStep {
  const user = shownUser(server);
  const detail = user === null ? 'none, as set' : `logged in as ${printable(user)}`;
  return { name: 'login', ok: true, detail };
}

function sizeStep(size: number | null): ProbeStep {
  const detail = size === null ? 'no limit named' : `messages of at most ${size} bytes`;
  return { name: 'size', ok: true, detail };
}

function readTls({ connection }: Session): ProbeTls | null {
  const socket = connection._socket;
  if (!(socket instanceof TLSSocket)) return null;
  const { issuer, valid_to: end } = socket.getPeerCertificate();
  const validTo = new Date(end);
  return {
    protocol: socket.getProtocol() ?? '',
    cipher: socket.getCipher().name,
    issuer: printable(textOf(issuer.O) || textOf(issuer.CN)).slice(0, 200),
    validTo: Number.isNaN(validTo.getTime()) ? '' : validTo.toISOString(),
  };
}

/** A field of a name may be there several times. */
function textOf(field: string | readonly string[] | undefined): string {
  return typeof field === 'string' ? field : (field?.join(', ') ?? '');
}
