import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { domainToASCII } from 'node:url';
import { UserError } from '../diagnostics/user-error.ts';
import type { SmtpServer } from '../mail/smtp/server.ts';
import { isLoopback } from '../mail/smtp/server.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { EnvironmentValues } from './setting-error.ts';
import { settingError, settingOf } from './setting-error.ts';
import type { SmtpUrl } from './smtp-url.ts';
import { parseSmtpUrl } from './smtp-url.ts';

/**
 * The server that SMTP_URL, or SMTP_HOST and its companions, name; null when none of them is set,
 * and mail then goes to the outbox. Throws a UserError, which never holds a setting's value, for
 * settings that are wrong, contradict each other or are set by halves.
 */
export async function readSmtpSettings(
  workspace: Workspace,
  environment: EnvironmentValues,
): Promise<SmtpServer | null> {
  const names = settingNames.filter((name) => settingOf(environment, name) !== undefined);
  if (names.length === 0) return null;
  const url = readUrl(environment, names);
  const host = url === null ? readHost(environment, names) : cleanHost('SMTP_URL', url.host);
  const insecure = readInsecure(environment);
  const wanted = readTls(environment, url);
  const port = url === null ? readPort(environment) : url.port === null ? null : Number(url.port);
  const tls = wanted ?? (url?.secure === true || port === 465 ? 'implicit' : 'starttls');
  const auth = url === null ? readAuth(environment) : readUrlAuth(url);
  if (tls === 'none') refuseClear(host, auth !== null, insecure);
  return {
    host,
    port: port ?? defaultPorts[tls],
    tls,
    auth,
    ca: await readAuthorities(workspace, settingOf(environment, 'SMTP_CA')),
    insecure,
  };
}

/** The same for a command that is about the server: throws a UserError when none is set. */
export async function requireSmtpSettings(
  workspace: Workspace,
  environment: EnvironmentValues,
): Promise<SmtpServer> {
  const server = await readSmtpSettings(workspace, environment);
  if (server !== null) return server;
  const hint = 'Set SMTP_URL, or SMTP_HOST and its companions, in .env: see galley doctor --help.';
  throw new UserError('missing-mail-server', 'No mail server is set.', hint);
}

// --- internal ---

const settingNames = [
  'SMTP_URL',
  'SMTP_HOST',
  'SMTP_PORT',
  'SMTP_USER',
  'SMTP_PASS',
  'SMTP_TLS',
  'SMTP_CA',
  'SMTP_INSECURE',
] as const;

/** Submission with TLS from the start, submission (RFC 8314), and plain SMTP. */
const defaultPorts = { implicit: 465, starttls: 587, none: 25 } as const;

function readUrl(environment: EnvironmentValues, names: readonly string[]): SmtpUrl | null {
  const text = settingOf(environment, 'SMTP_URL');
  if (text === undefined) return null;
  const twice = names.filter((name) => /^SMTP_(?:HOST|PORT|USER|PASS)$/.test(name));
  if (twice.length === 0) return parseSmtpUrl(text);
  throw settingError(
    `SMTP_URL and ${twice.join(', ')} are both set, and which of them counts is not clear.`,
    'Keep SMTP_URL, or SMTP_HOST and its companions. Both the environment and .env are read.',
  );
}

function readHost(environment: EnvironmentValues, names: readonly string[]): string {
  const text = settingOf(environment, 'SMTP_HOST');
  if (text === undefined) {
    const verb = names.length === 1 ? 'is' : 'are';
    throw settingError(
      `${names.join(', ')} ${verb} set, but neither SMTP_HOST nor SMTP_URL says which server.`,
      'Set SMTP_HOST to the name of your mail server, or remove the others to use the outbox.',
    );
  }
  return cleanHost('SMTP_HOST', text.trim());
}

function cleanHost(name: string, text: string): string {
  const bare = /^\[(.*)\]$/.exec(text)?.[1] ?? text;
  if (isIP(bare) !== 0) return bare;
  // The conversion would drop line breaks without a word.
  const host = /[\p{Cc}\p{Cf}]/u.test(bare) ? '' : domainToASCII(bare);
  if (/^(?!-)[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?$/.test(host) && bare.length < 254) return host;
  const asUrl = bare.includes('://') ? ' A whole URL belongs in SMTP_URL.' : '';
  throw settingError(
    `${name} names no host.`,
    `Write a name such as smtp.example.com, or an IP address; the port is SMTP_PORT.${asUrl}`,
  );
}

function readPort(environment: EnvironmentValues): number | null {
  const text = settingOf(environment, 'SMTP_PORT')?.trim();
  if (text === undefined) return null;
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port > 0 && port < 65_536) return port;
  throw settingError('SMTP_PORT is no port.', 'Write a number from 1 to 65535, such as 587.');
}

function readTls(environment: EnvironmentValues, url: SmtpUrl | null): SmtpServer['tls'] | null {
  const text = settingOf(environment, 'SMTP_TLS')?.trim().toLowerCase();
  if (text === undefined) return null;
  if (text !== 'implicit' && text !== 'starttls' && text !== 'none') {
    const hint = 'Write SMTP_TLS=implicit, starttls or none, or leave it out: the port says it.';
    throw settingError('SMTP_TLS is none of implicit, starttls and none.', hint);
  }
  if (url?.secure === true && text !== 'implicit') {
    const hint = 'Write smtp:// in SMTP_URL, or leave SMTP_TLS out.';
    throw settingError(`SMTP_URL asks for TLS by smtps://, but SMTP_TLS is ${text}.`, hint);
  }
  return text;
}

function readInsecure(environment: EnvironmentValues): boolean {
  const text = settingOf(environment, 'SMTP_INSECURE')?.trim();
  if (text === undefined || text === '0') return false;
  if (text === '1') return true;
  throw settingError('SMTP_INSECURE is neither 1 nor 0.', 'Leave it out: mail is then safe.');
}

function readAuth(environment: EnvironmentValues): SmtpServer['auth'] {
  const user = settingOf(environment, 'SMTP_USER');
  const pass = settingOf(environment, 'SMTP_PASS');
  if (user === undefined && pass === undefined) return null;
  if (user === undefined || pass === undefined) {
    const [set, unset] = user === undefined ? ['PASS', 'USER'] : ['USER', 'PASS'];
    const hint = 'Set both, or neither for a server that asks for no login.';
    throw settingError(`SMTP_${set} is set, but SMTP_${unset} is not.`, hint);
  }
  return { user: checkLogin('SMTP_USER', user), pass: checkLogin('SMTP_PASS', pass) };
}

function readUrlAuth({ user, pass }: SmtpUrl): SmtpServer['auth'] {
  if (user === null && pass === null) return null;
  if (user !== null && pass !== null) {
    return { user: checkLogin('SMTP_URL', user), pass: checkLogin('SMTP_URL', pass) };
  }
  const message = `SMTP_URL has a ${user === null ? 'password but no user' : 'user but no password'}.`;
  throw settingError(message, 'Write both, as smtp://USER:PASSWORD@HOST, or neither.');
}

function checkLogin(name: string, text: string): string {
  if (!/\p{Cc}/u.test(text)) return text;
  throw settingError(
    `${name} holds a line break or another control character.`,
    'Copy the login again, without what stands around it.',
  );
}

function refuseClear(host: string, withLogin: boolean, insecure: boolean): void {
  if (insecure || (isLoopback(host) && !withLogin)) return;
  const what = withLogin
    ? 'The password would travel unencrypted: with a login, TLS may not be none.'
    : 'Mail would travel unencrypted: TLS may be none only for a server on this machine.';
  throw settingError(what, 'Leave SMTP_TLS out. Should it be meant so, set SMTP_INSECURE=1.');
}

async function readAuthorities(
  workspace: Workspace,
  path: string | undefined,
): Promise<string | null> {
  if (path === undefined) return null;
  const hint = 'Name a file of PEM certificates; a relative path starts at the workspace.';
  const pem = await readFile(resolve(workspace.root, path.trim()), 'latin1').catch(() => {
    throw settingError("The file that SMTP_CA names can't be read.", hint);
  });
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g) ?? [];
  if (blocks.length > 0 && blocks.every(isCertificate)) return blocks.join('\n');
  throw settingError('The file that SMTP_CA names holds no certificate, or a damaged one.', hint);
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
}
