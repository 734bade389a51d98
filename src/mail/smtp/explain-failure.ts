import { cleanAnswer } from './clean-answer.ts';
import { explainConnection } from './explain-connection.ts';
import { explainReply } from './explain-reply.ts';
import type { DeliveryStatus, Fault, SmtpFailure } from './failure.ts';
import type { Moment } from './moment.ts';
import type { Cause } from './run-step.ts';
import { formatServer, type SmtpServer } from './server.ts';

/** What ended a step, or what was found before one. */
export type FailureCause =
  | Cause
  | { readonly kind: 'not-loopback' }
  | { readonly kind: 'no-authority' }
  | { readonly kind: 'no-mechanism'; readonly offered: readonly string[] }
  | { readonly kind: 'too-large'; readonly limit: number };

/** Says what happened, what that means for the message, and what to do. */
export function explainFailure(cause: FailureCause, at: Moment): Fault {
  const error = cause.kind === 'error' ? cause.error : null;
  const refused = error?.reply !== null && error !== null && error.reply >= 400;
  if (at.phase === 'final' && !refused) {
    return { status: 'unknown', answer: '', failure: outcomeUnknown(at) };
  }
  if (error === null || error.response === '') {
    return { status: 'not-sent', answer: '', failure: explainSilence(cause, at) };
  }
  const answer = cleanAnswer(error.response, at.server.auth);
  const failure = refused ? explainReply(error.reply, answer, error.command, at) : notSmtp(at);
  return { status: refused ? statusOf(at) : 'not-sent', answer, failure };
}

// --- internal ---

/** A refusal before the envelope is none of this message. */
function statusOf({ phase }: Moment): Exclude<DeliveryStatus, 'accepted'> {
  return phase === 'envelope' || phase === 'content' || phase === 'final' ? 'rejected' : 'not-sent';
}

function explainSilence(cause: FailureCause, at: Moment): SmtpFailure {
  const where = formatServer(at.server);
  switch (cause.kind) {
    case 'interrupted':
      return {
        code: 'interrupted',
        message: 'Stopped before the message was handed over.',
        hint: 'Nothing of it was sent. Run the command again to send it.',
        permanent: false,
      };
    case 'not-loopback':
      return insecureServer(where);
    case 'no-authority':
      return {
        code: 'unusable-authority',
        message: "The certificate authority to trust can't be read: it is no certificate in PEM.",
        hint: 'Let SMTP_CA name a file that begins with -----BEGIN CERTIFICATE-----.',
        permanent: true,
      };
    case 'no-mechanism':
      return authMissing(cause.offered, at.server, where);
    case 'too-large':
      return {
        code: 'message-too-large',
        message: `The message has ${formatBytes(at.mail?.bytes ?? 0)}, and ${where} takes no more than ${formatBytes(cause.limit)}.`,
        hint: 'Make its pictures smaller or fewer. Nothing was sent.',
        permanent: true,
      };
    case 'timeout':
    case 'error':
      return explainConnection(cause.kind === 'error' ? cause.error : null, at);
  }
}

function outcomeUnknown(at: Moment): SmtpFailure {
  return {
    code: 'outcome-unknown',
    message: `The whole message was sent, but ${formatServer(at.server)} never said whether it took it: it may arrive, or not.`,
    hint: `Look into the mailbox of ${at.mail?.to ?? 'the recipient'} before sending it again: it could arrive twice.`,
    permanent: false,
  };
}

function insecureServer(where: string): SmtpFailure {
  return {
    code: 'insecure-server',
    message: `Without TLS, mail is sent only to this machine; ${where} is another.`,
    hint: 'Set SMTP_TLS to starttls or implicit. SMTP_INSECURE=1 sends in clear nevertheless: the password too.',
    permanent: true,
  };
}

function authMissing(offered: readonly string[], server: SmtpServer, where: string): SmtpFailure {
  const ways =
    offered.length === 0 ? 'no login' : `only logins of another kind (${offered.join(', ')})`;
  const clear =
    server.tls === 'none'
      ? 'Many servers offer it only under TLS: set SMTP_TLS to starttls or implicit'
      : 'Many servers offer it on port 587 or 465 only: check SMTP_PORT';
  return {
    code: 'auth-missing',
    message: `There are a user and a password, but ${where} offers ${ways.slice(0, 200)}. The password was not sent.`,
    hint: `${clear}. Leave out SMTP_USER and SMTP_PASS if it needs none.`,
    permanent: true,
  };
}

function notSmtp(at: Moment): SmtpFailure {
  return {
    code: 'protocol-error',
    message: `What ${formatServer(at.server)} answers is not what a mail server says at this point.`,
    hint: 'Check SMTP_HOST and SMTP_PORT: 587 or 465 is for sending mail. Nothing was sent.',
    permanent: true,
  };
}

function formatBytes(bytes: number): string {
  return bytes < 1_000_000 ? `${bytes} bytes` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
