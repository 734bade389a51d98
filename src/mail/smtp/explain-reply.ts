import type { SmtpFailure } from './failure.ts';
import type { Moment } from './moment.ts';
import { formatServer } from './server.ts';

/**
 * What a refusal means: 4xx for now, 5xx for good (RFC 5321 section 4.2.1), and more exactly by the
 * moment, the number and the enhanced status code (RFC 3463).
 */
export function explainReply(
  reply: number,
  answer: string,
  command: string,
  at: Moment,
): SmtpFailure {
  const where = formatServer(at.server);
  const status = /\b[45]\.\d{1,3}\.\d{1,3}\b/.exec(answer)?.[0]?.slice(2) ?? '';
  if (command === 'STARTTLS') return starttlsMissing(reply, where);
  if (reply < 500) return tryAgainLater(where, at);
  switch (at.phase) {
    case 'connect':
    case 'greeting':
      return serviceRefused(where);
    case 'login':
      return [500, 502, 503, 504].includes(reply) ? loginUnknown(where) : authFailed(status, where);
    case 'envelope':
    case 'content':
    case 'final':
      return explainMailRefusal(reply, status, command, at, where);
  }
}

// --- internal ---

function explainMailRefusal(
  reply: number,
  status: string,
  command: string,
  at: Moment,
  where: string,
): SmtpFailure {
  if (reply === 530) return authRequired(at, where);
  const full = status === '2.2' && command === 'RCPT TO';
  if (!full && (['3.4', '2.3'].includes(status) || (reply === 552 && command !== 'RCPT TO'))) {
    return {
      code: 'message-too-large',
      message: `The message, of ${at.mail?.bytes ?? 0} bytes, is too large for ${where}.`,
      hint: 'Make its pictures smaller or fewer.',
      permanent: true,
    };
  }
  if (command === 'MAIL FROM') {
    return {
      code: 'sender-refused',
      message: `${where} takes no mail from ${at.mail?.from ?? 'this sender'}.`,
      hint: 'Send from an address that belongs to the account, or have this one allowed there. The answer may say more.',
      permanent: true,
    };
  }
  if (command === 'RCPT TO') {
    return {
      code: 'recipient-refused',
      message: `${where} takes no mail for ${at.mail?.to ?? 'this recipient'}.`,
      hint: 'Check the address. The answer says why; some servers also need a login (SMTP_USER, SMTP_PASS) first.',
      permanent: true,
    };
  }
  return {
    code: 'message-refused',
    message: `${where} refused the message itself.`,
    hint: "The answer says why: often the sender's domain (SPF, DKIM, DMARC), a link or too many messages.",
    permanent: true,
  };
}

function starttlsMissing(reply: number, where: string): SmtpFailure {
  return {
    code: 'starttls-missing',
    message: `${where} does not start TLS, or something on the way hides that it can. Neither password nor message was sent.`,
    hint: 'Check SMTP_PORT: 587 starts TLS on demand; port 465 has it from the start (SMTP_TLS=implicit). Be wary if it worked before on another network.',
    permanent: reply >= 500,
  };
}

function tryAgainLater(where: string, { phase }: Moment): SmtpFailure {
  const what =
    phase === 'login' ? "can't check the login at the moment" : 'asks to come back later';
  return {
    code: 'try-again-later',
    message: `${where} ${what}. It did not take the message.`,
    hint: 'Send it again in some minutes: many servers make strangers wait at first. The answer may say more.',
    permanent: false,
  };
}

function serviceRefused(where: string): SmtpFailure {
  return {
    code: 'service-refused',
    message: `${where} refuses to talk to this machine.`,
    hint: 'The answer says why. Use the server and the port (587 or 465) that your mail provider names for sending.',
    permanent: true,
  };
}

function loginUnknown(where: string): SmtpFailure {
  return {
    code: 'auth-missing',
    message: `${where} does not know this kind of login. The message was not sent.`,
    hint: 'Check SMTP_PORT: 587 or 465 is for sending with a login. Leave out SMTP_USER and SMTP_PASS if it needs none.',
    permanent: true,
  };
}

/** 5.7.9 and 5.7.14 are what providers answer who want a password made for this program. */
function authFailed(status: string, where: string): SmtpFailure {
  const own = status === '7.9' || status === '7.14' ? 'This provider wants' : 'Many providers want';
  return {
    code: 'auth-failed',
    message: `${where} does not accept the user and the password. The message was not sent.`,
    hint: `Check SMTP_USER and SMTP_PASS. ${own} an app password, not the account's own.`,
    permanent: true,
  };
}

function authRequired({ server }: Moment, where: string): SmtpFailure {
  const clear = server.tls === 'none' ? ' If it asks for TLS, set SMTP_TLS to starttls.' : '';
  return {
    code: 'auth-required',
    message: `${where} wants a login before it takes mail.`,
    hint: `Set SMTP_USER and SMTP_PASS.${clear}`,
    permanent: true,
  };
}
