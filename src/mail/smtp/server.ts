import { isIP } from 'node:net';

/** A server that takes mail for delivery. */
export interface SmtpServer {
  /** A name, or an IP address without brackets. */
  readonly host: string;
  readonly port: number;
  /** TLS from the start, by STARTTLS (both required then), or none: to this machine only. */
  readonly tls: 'implicit' | 'starttls' | 'none';
  readonly auth: { readonly user: string; readonly pass: string } | null;
  /** PEM of the authorities to trust beside the system's. */
  readonly ca: string | null;
  /** `SMTP_INSECURE=1`: certificates aren't verified, AUTH and `none` allowed to any host. */
  readonly insecure: boolean;
}

/** The server as it is named in messages. */
export function formatServer({ host, port }: Pick<SmtpServer, 'host' | 'port'>): string {
  return isIP(host) === 6 ? `[${host}]:${port}` : `${host}:${port}`;
}

/**
 * The user as it may be shown, null without a login. Some services take a token as both user and
 * password: then it is as secret as that.
 */
export function shownUser({ auth }: SmtpServer): string | null {
  if (auth === null) return null;
  return auth.user.includes(auth.pass) ? '****' : auth.user;
}

/** True for names and addresses of this machine (RFC 6761 section 6.3, RFC 1122, RFC 4291). */
export function isLoopback(host: string): boolean {
  const name = host.toLowerCase();
  if (isIP(name) === 4) return name.startsWith('127.');
  if (isIP(name) === 6) return name === '::1' || /^::ffff:127\./.test(name);
  return name === 'localhost' || name.endsWith('.localhost');
}
