import { escapeHtml } from '../../text/escape-html.ts';
import type { MailLook } from '../model.ts';

/** A local picture: the address that the mail shows it by, and its path beside the mail. */
export interface ShownPicture {
  readonly url: string;
  readonly path: string;
}

/**
 * The copy of a mail that the page's frame shows. A frame's colour scheme can't be chosen from
 * outside, so the copy's own media queries and `color-scheme` are rewritten to be in the chosen one;
 * local pictures come from this server wherever they will be; links open in a new tab. Nothing else
 * changes. (Which pictures may load is the policy's part.) Takes a time that follows the length,
 * whatever the HTML is: a mail of the outbox may be anyone's.
 */
export function showMail(
  html: string,
  pictures: readonly ShownPicture[],
  { scheme, styles }: Omit<MailLook, 'images'>,
): string {
  // Without them, also without those in Outlook's conditional comments.
  const styled = replaceStyles(html, (style) => (styles ? inScheme(style, scheme) : ''));
  return withLocalPictures(styled, pictures)
    .replace(MEDIA_TAG, (tag) => (MEDIA.test(tag) ? fixFeature(tag, scheme) : tag))
    .replace(COLOR_SCHEME_META, (tag) => fixSchemes(tag, scheme))
    .replace(HEAD, (head) => `${head}<base target="_blank">`);
}

// --- internal ---

const STYLE_START = /<style\b[^<>]*>/gi;
const STYLE_END = /<\/style\s{0,9}>/gi;
const HEAD = /<head\b[^<>]*>/i;
/** A medium can also stand on `<style>`, `<link>` and `<source>`. */
const MEDIA_TAG = /<(?:style|link|source)\b[^<>]*>/gi;
const MEDIA = /\smedia\s{0,9}=/i;
const COLOR_SCHEME_META =
  /<meta\b(?=[^<>]{0,500}?\bname\s{0,9}=\s{0,9}["']?color-scheme\b)[^<>]*>/gi;

/** White space and comments; no more of them than anyone writes. */
const gap = '(?:\\s|/\\*(?:[^*]|\\*(?!/)){0,200}\\*/){0,20}';
const FEATURE = new RegExp(
  `\\(${gap}prefers-color-scheme${gap}(?::${gap}([a-z-]+)${gap})?\\)`,
  'gi',
);
const MEDIA_RULE = /@(?:media|import)\b[^{};]*/gi;
/** The property, not `supported-color-schemes` or `--color-scheme`. */
const COLOR_SCHEME = new RegExp(`(?<![\\w-])(color-scheme${gap}:)([^;}]*)`, 'gi');

/** Replaces each style sheet with its tags; one without an end reaches to the end of the mail. */
function replaceStyles(html: string, replace: (style: string) => string): string {
  let result = '';
  let done = 0;
  for (let start = search(html, STYLE_START, 0); start !== null;) {
    const end = search(html, STYLE_END, start.end) ?? { start: html.length, end: html.length };
    result += html.slice(done, start.start) + replace(html.slice(start.start, end.end));
    done = end.end;
    start = search(html, STYLE_START, done);
  }
  return result + html.slice(done);
}

function search(text: string, pattern: RegExp, from: number) {
  const places = new RegExp(pattern);
  places.lastIndex = from;
  const found = places.exec(text);
  return found === null ? null : { start: found.index, end: found.index + found[0].length };
}

function inScheme(style: string, scheme: MailLook['scheme']): string {
  return style
    .replace(MEDIA_RULE, (rule) => fixFeature(rule, scheme))
    .replace(COLOR_SCHEME, (_, start: string, value: string) => start + chosen(value, scheme));
}

/** The feature is replaced by one that always holds, or never: it may stand after `not` or in a list. */
function fixFeature(query: string, scheme: MailLook['scheme']): string {
  return query.replace(FEATURE, (_, wanted: string | undefined) =>
    wanted === undefined || wanted.toLowerCase() === scheme ? '(min-width:0)' : '(max-width:-1px)',
  );
}

function fixSchemes(tag: string, scheme: MailLook['scheme']): string {
  return tag.replace(
    /(\scontent\s{0,9}=\s{0,9})(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i,
    (_, start: string, double?: string, single?: string, bare?: string) =>
      `${start}"${chosen(double ?? single ?? bare ?? '', scheme)}"`,
  );
}

/** Of `light dark` the chosen one; a mail that doesn't have the chosen one keeps its own. */
function chosen(schemes: string, scheme: MailLook['scheme']): string {
  const offered = schemes.toLowerCase().split(/[\s,!]+/);
  const important = /!\s*important/i.test(schemes) ? '!important' : '';
  return offered.includes(scheme) ? scheme + important : schemes;
}

/** An author's text can't hold such an attribute: its quotes are escaped. */
function withLocalPictures(html: string, pictures: readonly ShownPicture[]): string {
  return pictures.reduce(
    (result, { url, path }) =>
      url === path ? result : result.replaceAll(`src="${escapeHtml(url)}"`, () => `src="${path}"`),
    html,
  );
}
