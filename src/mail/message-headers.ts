import { UserError } from '../diagnostics/user-error.ts';
import { checkAddress } from './check-address.ts';

/** A header field: its name and its value, neither folded nor encoded. */
export interface MessageHeader {
  readonly name: string;
  readonly value: string;
}

export interface ListInput {
  /** Such as `letter.example.com`, with or without angle brackets. */
  readonly listId?: string | undefined;
  readonly archiveUrl?: string | undefined;
  /** An https URL makes one-click unsubscribing possible. */
  readonly unsubscribeUrl?: string | undefined;
  /** An address, with or without `mailto:` and `?subject=…`. */
  readonly unsubscribeMailto?: string | undefined;
}

/**
 * The headers that tell mail programs of a newsletter: List-ID (RFC 2919), List-Archive and
 * List-Unsubscribe, the URL before the address (RFC 2369), and List-Unsubscribe-Post, which allows
 * unsubscribing with one click and needs https (RFC 8058). Throws a `UserError` `unsafe-header` for
 * a value that can't stand in such a header.
 */
export function listHeaders(input: ListInput): readonly MessageHeader[] {
  const { listId, archiveUrl, unsubscribeUrl, unsubscribeMailto } = input;
  const headers: MessageHeader[] = [];
  if (listId !== undefined) headers.push({ name: 'List-ID', value: formatListId(listId) });
  if (archiveUrl !== undefined) {
    headers.push({ name: 'List-Archive', value: formatUrl('List-Archive', archiveUrl) });
  }
  const web = unsubscribeUrl === undefined ? null : formatUrl('List-Unsubscribe', unsubscribeUrl);
  const mail = unsubscribeMailto === undefined ? null : formatMailto(unsubscribeMailto);
  const ways = [web, mail].filter((way) => way !== null);
  if (ways.length > 0) headers.push({ name: 'List-Unsubscribe', value: ways.join(', ') });
  if (web?.startsWith('<https:') === true) {
    headers.push({ name: 'List-Unsubscribe-Post', value: 'List-Unsubscribe=One-Click' });
  }
  return headers;
}

// --- internal ---

const WEB: ReadonlySet<string> = new Set(['http:', 'https:']);

function formatListId(listId: string): string {
  const id = /^<.*>$/.test(listId) ? listId.slice(1, -1) : listId;
  if (!/^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)+$/.test(id)) {
    throw unsafe('List-ID', listId, 'Write it like a domain name, such as letter.example.com.');
  }
  return `<${id}>`;
}

function formatUrl(header: string, text: string): string {
  const url = parseUrl(text);
  if (url === null || !WEB.has(url.protocol)) {
    throw unsafe(header, text, 'Write a whole URL that starts with https://.');
  }
  return `<${escapeUrl(url.href)}>`;
}

function formatMailto(text: string): string {
  const [, address = '', query = ''] = /^(?:mailto:)?([^?]*)(.*)$/is.exec(text) ?? [];
  const check = checkAddress(address);
  const url = check.ok ? parseUrl(`mailto:${check.address}${query}`) : null;
  if (url === null) {
    throw unsafe('List-Unsubscribe', text, 'Write one mail address, such as leave@example.com.');
  }
  return `<${escapeUrl(url.href)}>`;
}

/** Null also for line breaks and tabs, which the parser would drop without a word. */
function parseUrl(text: string): URL | null {
  return !/\p{Cc}/u.test(text) && URL.canParse(text) ? new URL(text) : null;
}

/**
 * The parser leaves some signs in a mailto; and `=?` could be read as the start of an encoded word
 * (RFC 2047), which it no longer is with the question mark escaped.
 */
function escapeUrl(href: string): string {
  return href.replace(/[\s<>"]/g, encodeURIComponent).replaceAll('=?', '=%3F');
}

function unsafe(header: string, value: string, hint: string): UserError {
  const message = `The value ${JSON.stringify(value)} can't stand in the header ${header}.`;
  return new UserError('unsafe-header', message, hint);
}
