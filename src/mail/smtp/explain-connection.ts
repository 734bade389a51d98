import { printable } from '../../diagnostics/printable.ts';
import type { SmtpFailure, SmtpFailureCode } from './failure.ts';
import type { Moment } from './moment.ts';
import { NOT_HERE } from './open-socket.ts';
import type { WireError } from './run-step.ts';
import { formatServer } from './server.ts';

/** What a connection means that wasn't made, was lost or fell silent (null), without an answer. */
export function explainConnection(error: WireError | null, at: Moment): SmtpFailure {
  const where = formatServer(at.server);
  if (error === null) return at.phase === 'connect' ? connectTimeout(where) : silent(where, at);
  const { code } = error;
  if (code === NOT_HERE) return notHere(where);
  if (at.phase === 'connect') return notConnected(code, where, at);
  if (/^(?:ERR_SSL|EPROTO$)/.test(code)) return tlsFailed(where, at);
  if (BAD_CERTIFICATE.test(code)) return badCertificate(error, where);
  if (code === 'EPROTOCOL') return endlessAnswer(where);
  return make(
    'connection-lost',
    `The connection to ${where} was lost ${MOMENTS[at.phase]}. The message did not arrive.`,
    'Try again; if it stays so, another network or a firewall may be the cause.',
  );
}

// --- internal ---

const MOMENTS: Readonly<Record<Moment['phase'], string>> = {
  connect: 'at once',
  greeting: 'before the server was ready',
  login: 'while logging in',
  envelope: 'before the message was handed over',
  content: 'before the message was complete',
  final: 'after the message',
};

/** The codes of OpenSSL's verification, and Node's for a name that doesn't fit. */
const BAD_CERTIFICATE =
  /CERT|CRL|INVALID_CA|PATH_LENGTH|INVALID_PURPOSE|HOSTNAME_MISMATCH|UNABLE_TO_VERIFY/;

function make(
  code: SmtpFailureCode,
  message: string,
  hint: string,
  permanent = false,
): SmtpFailure {
  return { code, message, hint, permanent };
}

function notConnected(code: string, where: string, { server }: Moment): SmtpFailure {
  switch (code) {
    case 'ECONNREFUSED':
      return make(
        'connection-refused',
        `Nothing takes mail at ${where}: the connection was refused.`,
        'Check SMTP_HOST and SMTP_PORT, and that the server is running.',
      );
    case 'ENOTFOUND':
      return make(
        'host-not-found',
        `There is no host called ${printable(server.host)}.`,
        'Check the spelling of SMTP_HOST, and that this machine is online.',
        true,
      );
    case 'EAI_AGAIN':
      return make(
        'host-not-found',
        `The address of ${printable(server.host)} can't be looked up at the moment.`,
        'Check that this machine is online.',
      );
    case 'ETIMEDOUT':
      return connectTimeout(where);
    default:
      return make(
        'network-unreachable',
        `No connection to ${where} can be made from here.`,
        'Check that this machine is online, and that no firewall forbids it.',
      );
  }
}

function connectTimeout(where: string): SmtpFailure {
  return make(
    'connect-timeout',
    `No connection to ${where} came about in time.`,
    'Check SMTP_HOST and SMTP_PORT. Many networks let only ports 587 and 465 through, not 25.',
  );
}

function silent(where: string, { phase, server }: Moment): SmtpFailure {
  const hint =
    phase === 'greeting' && server.tls !== 'implicit'
      ? 'If the port has TLS from the start, as 465 does, set SMTP_TLS to implicit.'
      : 'Try again later.';
  return make(
    'silent-server',
    `${where} took the connection, but did not answer in time. The message was not taken.`,
    hint,
  );
}

function notHere(where: string): SmtpFailure {
  return make(
    'insecure-server',
    `Without TLS, mail is sent only to this machine, and ${where} leads to another.`,
    'Set SMTP_TLS to starttls or implicit, or correct SMTP_HOST.',
    true,
  );
}

function tlsFailed(where: string, { server }: Moment): SmtpFailure {
  const hint =
    server.tls === 'implicit'
      ? 'If the port starts TLS on demand, as 587 does, set SMTP_TLS to starttls.'
      : 'The server may know only old versions of TLS: TLS 1.2 is needed.';
  return make(
    'tls-failed',
    `${where} and this machine could not agree on TLS. Neither password nor message was sent.`,
    hint,
    true,
  );
}

function badCertificate({ code, names }: WireError, where: string): SmtpFailure {
  const [why, hint] = explainCertificate(code, printable(names));
  return make(
    'bad-certificate',
    `The certificate of ${where} ${why}, so nobody can tell whose server it is. Neither password nor message was sent.`,
    hint,
    true,
  );
}

function explainCertificate(code: string, names: string): readonly [string, string] {
  switch (code) {
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
    case 'HOSTNAME_MISMATCH':
      return [
        names === '' ? 'is for another host' : `is for ${names}`,
        'Set SMTP_HOST to the name that the certificate is for, if that is your server.',
      ];
    case 'CERT_HAS_EXPIRED':
      return ['has expired', "It must be renewed on the server. Check this machine's clock, too."];
    case 'CERT_NOT_YET_VALID':
      return ['is not valid yet', "Check this machine's clock."];
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
      return [
        'is signed by nobody but itself',
        'If it is your own server, let SMTP_CA name a file with this certificate.',
      ];
    default:
      return [
        'is not signed by an authority that this machine knows',
        "If it is your own server, let SMTP_CA name a file with its authority's certificate.",
      ];
  }
}

function endlessAnswer(where: string): SmtpFailure {
  return make(
    'protocol-error',
    `${where} sends an answer without end, or one that nobody asked for.`,
    'Check SMTP_HOST and SMTP_PORT: 587 or 465 is for sending mail.',
    true,
  );
}
