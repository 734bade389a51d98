import { UserError } from '../diagnostics/user-error.ts';
import type { SmtpFailureCode } from '../mail/smtp/failure.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { PlannedSend, SendPlan, SendRequest } from './plan-send.ts';
import { planSend } from './plan-send.ts';
import { putInOutbox } from './outbox.ts';
import type { SendMeans, SendResult } from './send-mail.ts';
import { resultOf, sendMail } from './send-mail.ts';
import { openSentLog } from './sent-log.ts';
import type { TestMail } from './test-mail.ts';

export interface SendOptions extends SendRequest, SendMeans {
  /** Looks at what is planned before anything is done; what it throws ends the send. */
  readonly approve: (planned: PlannedSend) => Promise<void> | void;
}

/** How a send ended. */
export interface SendReport {
  /** One a recipient, in their order; empty when there was nothing to send. */
  readonly results: readonly SendResult[];
  /** Why the log lacks a line of mail that was sent; null when it has them all. */
  readonly logFailure: UserError | null;
}

/**
 * Sends an issue to each recipient, one after the other, or puts it into the outbox when no server
 * is set. A mail that was handed over is never sent again. Throws a UserError only while nothing has
 * been sent.
 */
export async function sendIssue(workspace: Workspace, options: SendOptions): Promise<SendReport> {
  const planned = await planSend(workspace, options);
  await options.approve(planned);
  const { plan } = planned;
  if (plan === null) return { results: [], logFailure: null };
  return plan.server === null ? keepAll(plan, options) : sendAll(plan, plan.server, options);
}

// --- internal ---

async function keepAll(plan: SendPlan, means: SendMeans): Promise<SendReport> {
  const { slug } = plan.letter;
  const results = await forEach(plan, means, async (mail, date) => {
    const { to, message } = mail;
    const file = await putInOutbox(plan.workspace, { slug, to, date, message });
    return { ...resultOf(mail, 'outbox', file), file };
  });
  return { results, logFailure: null };
}

async function sendAll(
  plan: SendPlan,
  server: NonNullable<SendPlan['server']>,
  means: SendMeans,
): Promise<SendReport> {
  const log = await openSentLog(plan.workspace);
  const { slug, contentHash } = plan.letter;
  let logFailure: UserError | null = null;
  let unusable: SendResult | null = null;
  try {
    const results = await forEach(plan, means, async (mail) => {
      if (unusable !== null) return notTried(mail, unusable);
      const result = await sendMail(server, plan.from, mail, means);
      if (result.status === 'not-sent' || result.status === 'outbox') return result;
      const { status, answer } = result;
      const { to, messageId } = mail;
      const when = means.now().toISOString();
      await log
        .append({ when, slug, contentHash, messageId, to, status, answer })
        .catch((error: unknown) => {
          if (!(error instanceof UserError)) throw error;
          logFailure ??= error;
        });
      if (concernsServer.has(result.failure?.code ?? null)) unusable = result;
      return result;
    });
    return { results, logFailure };
  } finally {
    await log.close();
  }
}

/** After these, the next recipient would only meet the same: the server itself can't be used. */
const concernsServer: ReadonlySet<SmtpFailureCode | null> = new Set<SmtpFailureCode>([
  'host-not-found',
  'connection-refused',
  'network-unreachable',
  'connect-timeout',
  'silent-server',
  'service-refused',
  'insecure-server',
  'starttls-missing',
  'tls-failed',
  'bad-certificate',
  'unusable-authority',
  'auth-missing',
  'auth-failed',
  'auth-required',
]);

function notTried(mail: TestMail, { answer, failure }: SendResult): SendResult {
  return { ...resultOf(mail, 'rejected', `not tried: ${answer}`), failure };
}

/** One recipient after the other, each with a mail of its own, until Ctrl-C. */
async function forEach(
  plan: SendPlan,
  means: SendMeans,
  send: (mail: TestMail, date: Date) => Promise<SendResult>,
): Promise<readonly SendResult[]> {
  const results: SendResult[] = [];
  const { addresses } = plan.recipients;
  for (const [index, to] of addresses.entries()) {
    const result = means.signal.aborted ? notBegun(to) : await attempt(to, index);
    results.push(result);
    means.onEvent?.({ type: 'result', result });
  }
  return results;

  async function attempt(to: string, index: number): Promise<SendResult> {
    const date = means.now();
    try {
      const mail = await plan.letter.compose({ to, date, id: means.newId() });
      const bytes = mail.message.length;
      means.onEvent?.({ type: 'begin', to, index, total: addresses.length, bytes });
      return await send(mail, date);
    } catch (error) {
      // What went out before must still be told.
      if (!(error instanceof UserError) || results.length === 0) throw error;
      return { ...notBegun(to), status: 'rejected', answer: error.message };
    }
  }
}

function notBegun(to: string): SendResult {
  return resultOf({ to, messageId: '', message: new Uint8Array() }, 'not-sent', 'interrupted');
}
