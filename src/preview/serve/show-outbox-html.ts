import type { MailLook } from '../model.ts';
import type { ShownPart } from './mail-parts.ts';
import { showMail } from './show-mail.ts';

/**
 * The copy of an outbox mail's HTML that the frame shows: as that of an issue, with its own pictures
 * for its `cid:` addresses (RFC 2392). Nothing that is written in the mail becomes an address: a
 * picture is named by its place. What the mail may do is the policy's part, whatever its HTML is.
 */
export function showOutboxHtml(
  html: string,
  pictures: ReadonlyMap<string, ShownPart>,
  look: Omit<MailLook, 'images'>,
): string {
  const own = html.replace(CID, (whole, before: string, id: string) => {
    const picture = pictures.get(decodeId(id));
    return picture === undefined ? whole : `${before}cid/${picture.index}`;
  });
  // Before everything else: the first <base> counts, and a mail may have one of its own.
  return showMail(own, [], look).replace(START, (start) => `${start}<base target="_blank">`);
}

// --- internal ---

const CID =
  /((?:\b(?:src|background|poster)\s{0,9}=\s{0,9}["']?|url\(\s{0,9}["']?)\s{0,9})cid:([^"'\s>)]{1,500})/gi;

/** A doctype stays first: without one a browser lays out in another mode. */
const START = /^\uFEFF?\s{0,1000}(?:<!doctype\b[^>]{0,1000}>)?/i;

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** An id stands in a URL in an attribute: escaped for both. */
function decodeId(written: string): string {
  const url = written.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => entities[name] ?? '');
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
