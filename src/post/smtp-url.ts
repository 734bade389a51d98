import { settingError } from './setting-error.ts';

/** The parts of an SMTP_URL; null where it leaves one out. */
export interface SmtpUrl {
  readonly secure: boolean;
  readonly host: string;
  readonly port: string | null;
  readonly user: string | null;
  readonly pass: string | null;
}

/**
 * Takes `smtp://user:pass@host:port` or `smtps://…` apart, user and password percent-decoded.
 * Throws a UserError for anything else; what follows the port would be silently ignored, and is
 * mostly a password whose `/`, `?` or `#` was not escaped.
 */
export function parseSmtpUrl(text: string): SmtpUrl {
  const scheme = /^\s*(smtps?):\/\//i.exec(text)?.[1]?.toLowerCase();
  if (scheme === undefined) throw wrong('does not start with smtp:// or smtps://');
  const trimmed = text.trim();
  if (/[\p{Cc}\s]/u.test(trimmed)) throw wrong('holds a space or a control character');
  if (!URL.canParse(trimmed)) throw wrong('is not complete, or its port is no number');
  const url = new URL(trimmed);
  if (url.hostname === '') throw wrong('names no host');
  if (url.search !== '' || url.hash !== '' || !/^\/?$/.test(url.pathname)) {
    throw wrong('has something after the host and port');
  }
  return {
    secure: scheme === 'smtps',
    host: decode(url.hostname),
    port: url.port === '' ? null : url.port,
    user: url.username === '' ? null : decode(url.username),
    pass: url.password === '' ? null : decode(url.password),
  };
}

// --- internal ---

const hint =
  'Write smtp://USER:PASSWORD@HOST:PORT, with @ : / ? # and % in user or password as %40 %3A %2F ' +
  '%3F %23 %25; or use SMTP_HOST, SMTP_PORT, SMTP_USER and SMTP_PASS, where nothing is escaped.';

function wrong(what: string) {
  return settingError(`SMTP_URL ${what}.`, hint);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw wrong('holds a % that is no percent code');
  }
}
