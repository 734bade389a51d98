import type { SmtpFailure } from '../mail/smtp/failure.ts';
import type { SmtpServer } from '../mail/smtp/server.ts';
import type { Timeouts } from '../mail/smtp/timeouts.ts';
import type { TestMail } from './test-mail.ts';

/** What a send needs of the world. */
export interface SendMeans {
  /** Ctrl-C: the mail at hand is finished, the next one is not begun. */
  readonly signal: AbortSignal;
  readonly now: () => Date;
  /** Another text each time, of letters and digits: a part of a Message-ID. */
  readonly newId: () => string;
  readonly pace: Pace;
  readonly onEvent?: ((event: SendEvent) => void) | undefined;
}

/** How time passes while mail is sent. */
export interface Pace {
  readonly timers: Timers;
  /** Those of RFC 5321 if left out. */
  readonly timeouts?: Partial<Timeouts> | undefined;
}

/** Time, as it passes between two tries. */
export interface Timers {
  /** Milliseconds from any fixed moment. */
  now(): number;
  wait(ms: number, signal: AbortSignal): Promise<void>;
  /** From 0 up to 1. */
  random(): number;
}

/** What happens during a send, for those who watch. */
export type SendEvent =
  | {
      readonly type: 'begin';
      readonly to: string;
      /** From 0, of `total` recipients. */
      readonly index: number;
      readonly total: number;
      readonly bytes: number;
    }
  | {
      readonly type: 'progress';
      readonly to: string;
      readonly sent: number;
      readonly bytes: number;
    }
  | {
      readonly type: 'retry';
      readonly to: string;
      /** The server's answer, else what happened. One line. */
      readonly why: string;
      /** Until the next try. */
      readonly ms: number;
    }
  | { readonly type: 'result'; readonly result: SendResult };

/** What became of one recipient's mail. */
export interface SendResult {
  readonly to: string;
  /**
   * `rejected`: not delivered, as the server refused it or was never reached; `unknown`: handed over
   * whole, but the answer never came; `not-sent`: Ctrl-C came first.
   */
  readonly status: 'accepted' | 'rejected' | 'unknown' | 'outbox' | 'not-sent';
  /** The server's last answer, else what happened; for the outbox, the file. One line. */
  readonly answer: string;
  /** Empty for a mail that was never composed. */
  readonly messageId: string;
  readonly bytes: number;
  readonly tries: number;
  /** In the outbox, relative to the workspace. */
  readonly file: string | null;
  /** What went wrong, and what to do; null when nothing did. */
  readonly failure: SmtpFailure | null;
}

/** Sends one mail to its recipient, in one transaction. */
export async function sendMail(
  server: SmtpServer,
  from: string,
  mail: TestMail,
  means: SendMeans,
): Promise<SendResult> {
  const { to, message } = mail;
  // Loaded only by those who send: most test mails of a new workspace go to the outbox.
  const { deliver } = await import('../mail/smtp/deliver.ts');
  const delivery = await deliver(
    server,
    { from, to, message },
    {
      signal: means.signal,
      ...means.pace,
      onProgress: (sent, bytes) => means.onEvent?.({ type: 'progress', to, sent, bytes }),
      onRetry: ({ answer, failure }, ms) =>
        means.onEvent?.({ type: 'retry', to, why: answer || failure.message, ms }),
    },
  );
  const { failure, tries } = delivery;
  const interrupted = failure?.code === 'interrupted';
  const status =
    delivery.status === 'not-sent' && !interrupted ? ('rejected' as const) : delivery.status;
  const answer = delivery.answer || (failure?.message ?? '');
  return { ...resultOf(mail, status, answer), tries, failure };
}

/** A result of a mail that no server has to do with. */
export function resultOf(
  { to, messageId, message }: Pick<TestMail, 'to' | 'messageId' | 'message'>,
  status: SendResult['status'],
  answer: string,
): SendResult {
  const bytes = message.length;
  return { to, status, answer, messageId, bytes, tries: 0, file: null, failure: null };
}
