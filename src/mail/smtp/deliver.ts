import { checkAddress } from '../check-address.ts';
import type { Attempt, DeliveryStatus, Fault, SmtpFailure } from './failure.ts';
import { cleanAnswer } from './clean-answer.ts';
import { explainFailure } from './explain-failure.ts';
import { closeSession, logIn, openSession, type SessionOptions } from './open-session.ts';
import { sendMessage, type Mail } from './send-message.ts';
import type { SmtpServer } from './server.ts';
import { DEFAULT_TIMEOUTS, type Timeouts } from './timeouts.ts';

/** What became of a message to one recipient. */
export interface Delivery {
  /** `not-sent`: interrupted, or it never got as far as the recipient. */
  readonly status: DeliveryStatus;
  /** The answer that decided it, on one clean printable line; '' if there was none. */
  readonly answer: string;
  /** Null when accepted. */
  readonly failure: SmtpFailure | null;
  readonly tries: number;
}

export interface DeliverOptions {
  /** Ctrl-C: a message that the server has asked for is finished, any other isn't begun. */
  readonly signal: AbortSignal;
  /** How many bytes of the message are on their way, in this try. */
  readonly onProgress?: ((sent: number, total: number) => void) | undefined;
  /** A try failed, and in so many milliseconds there is another. */
  readonly onRetry?: ((fault: Fault, ms: number) => void) | undefined;
  /** For the pauses between tries. */
  readonly timers: {
    now(): number;
    wait(ms: number, signal: AbortSignal): Promise<void>;
    random(): number;
  };
  readonly timeouts?: Partial<Timeouts> | undefined;
}

/**
 * Sends a message to one recipient: one transaction, on a connection of its own, so that what
 * happens to one recipient's mail can't touch another's. What may pass (4xx, a connection refused or
 * lost before the final dot) is tried again, 3 times within 60 seconds at most. A message whose
 * final dot may have left is never sent again: its fate is `unknown`.
 */
export async function deliver(
  server: SmtpServer,
  mail: Mail,
  options: DeliverOptions,
): Promise<Delivery> {
  const ready = { ...mail, from: wireAddress(mail.from), to: wireAddress(mail.to) };
  if (!isWireFormat(mail.message))
    throw new Error('A message is ASCII in lines that end with CRLF.');
  const { timers, signal } = options;
  const start = timers.now();
  for (let tries = 1; ; tries++) {
    const attempt = await attemptDelivery(server, ready, options);
    if (attempt.ok) {
      const answer = cleanAnswer(attempt.value, server.auth);
      return { status: 'accepted', answer, failure: null, tries };
    }
    const { fault } = attempt;
    const pause = timers.random() * FIRST_PAUSE * 2 ** (tries - 1);
    const over = tries === MAX_TRIES || timers.now() - start + pause > TIME_LIMIT;
    if (!mayPass(fault) || over) return { ...fault, tries };
    options.onRetry?.(fault, pause);
    if (!(await pauseFor(pause, timers, signal))) {
      const at = { phase: 'connect', server, mail: null } as const;
      return {
        ...fault,
        failure: explainFailure({ kind: 'interrupted' }, at).failure,
        status: 'not-sent',
        tries,
      };
    }
  }
}

// --- internal ---

const MAX_TRIES = 3;
/** No try begins later than this after the first. */
const TIME_LIMIT = 60_000;
/** The longest first pause; the second is twice that. Both are drawn from zero on (full jitter). */
const FIRST_PAUSE = 10_000;

async function attemptDelivery(
  server: SmtpServer,
  mail: Mail,
  options: DeliverOptions,
): Promise<Attempt<string>> {
  const timeouts = { ...DEFAULT_TIMEOUTS, ...options.timeouts };
  const settings: SessionOptions = { timeouts, signal: options.signal };
  const opened = await openSession(server, settings);
  if (!opened.ok) return opened;
  const session = opened.value;
  const login = await logIn(session, server, settings);
  if (!login.ok) return login;
  const { onProgress } = options;
  const sent = await sendMessage(session, server, mail, { ...settings, onProgress });
  if (sent.ok) closeSession(session);
  return sent;
}

function mayPass({ status, failure }: Fault): boolean {
  return status !== 'unknown' && !failure.permanent && failure.code !== 'interrupted';
}

/** False when interrupted. */
async function pauseFor(
  ms: number,
  timers: DeliverOptions['timers'],
  signal: AbortSignal,
): Promise<boolean> {
  try {
    await timers.wait(ms, signal);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  return !signal.aborted;
}

/** Whoever calls has checked the addresses: this is for what they may not have seen. */
function wireAddress(address: string): string {
  const check = checkAddress(address);
  if (!check.ok) throw new Error(`${JSON.stringify(address)} ${check.message}.`);
  return check.address;
}

/** True for what the library sends on unchanged and every server takes (RFC 5321, 4.5.3.1.6). */
function isWireFormat(message: Uint8Array): boolean {
  const text = Buffer.from(message.buffer, message.byteOffset, message.length).toString('latin1');
  const lines = text.split('\r\n');
  return (
    lines.at(-1) === '' &&
    lines.every((line) => line.length <= 998 && !/[\r\n\0\x80-\xff]/.test(line))
  );
}
