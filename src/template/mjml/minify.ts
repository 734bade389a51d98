import { dropUnread } from './drop-unread.ts';
import { minifyDeclarations, minifyStylesheet } from './minify-css.ts';

/**
 * Takes out of compiled HTML what no mail client reads: white space beside elements that make
 * lines of their own, comments that aren't for Outlook, `<tbody>` (every parser puts it back),
 * empty attributes, and the slack in CSS. White space inside text becomes one space or line
 * break, never none. Marks are opaque words, but for those `between` elements, which are none.
 * Border, cellpadding, cellspacing and role stay, for Outlook.
 */
export function minifyHtml(html: string, between: ReadonlySet<number>): string {
  const markup = new RegExp(`(${MARKUP.source}|\uFDD0(?:${[...between].join('|')})\uFDD1)`);
  const parts = dropUnread(html.replace(COMMENT, '')).split(markup);
  return parts
    .map((part, index) => (index % 2 === 0 ? minifyText(part, parts, index) : minifyMarkup(part)))
    .join('');
}

// --- internal ---

const COMMENT = /<!--(?!\[if|<!\[endif|>)[^]*?-->/g;

/** Whatever is no text: a style sheet, preformatted text, an edge of a conditional comment, a tag. */
const MARKUP =
  /<style\b[^>]*>[^]*?<\/style>|<pre\b[^]*?<\/pre>|<!--\[if[^\]]*\]>(?:<!-->)?|(?:<!--)?<!\[endif\]-->|<[!/]?[A-Za-z](?:"[^"]*"|'[^']*'|[^"'>])*>/;

/** Elements inside a line of text, beside which a space shows. */
const INLINE =
  /^<\/?(?:a|abbr|b|bdi|bdo|cite|code|del|em|font|i|img|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var)\b/i;

function minifyText(text: string, parts: readonly string[], index: number): string {
  const collapsed = text.replace(/[ \t\n]+/g, (run) => (run.includes('\n') ? '\n' : ' '));
  const trimmedStart = makesLines(parts[index - 1]) ? collapsed.replace(/^[ \n]/, '') : collapsed;
  return makesLines(parts[index + 1]) ? trimmedStart.replace(/[ \n]$/, '') : trimmedStart;
}

/** True beside what begins or ends a line anyway, and at the ends of the document. */
function makesLines(part: string | undefined): boolean {
  if (part === undefined) return true;
  const conditional = /^(?:<!--|<!\[)/.test(part);
  return !conditional && !INLINE.test(part);
}

function minifyMarkup(part: string): string {
  const [, open = '', css = ''] = /^(<style\b[^>]*>)([^]*)<\/style>$/.exec(part) ?? [];
  if (open !== '') return `${minifyTag(open)}${minifyStylesheet(css)}</style>`;
  if (/^<\/?tbody>$/.test(part)) return '';
  return /^<[a-z]/i.test(part) && !part.startsWith('<pre') ? minifyTag(part) : part;
}

function minifyTag(tag: string): string {
  return tag
    .replace(/"[^"]*"|'[^']*'|[ \t\n]+/g, (word) => (/^["']/.test(word) ? word : ' '))
    .replace(/ style="([^"]*)"/, (_, css: string) => ` style="${minifyDeclarations(css)}"`)
    .replace(/ (?:class|style)=""/g, '')
    .replace(/^(<(?:br|hr|img|link|meta)\b.*?) ?\/>$/s, '$1>')
    .replace(/ >$/, '>');
}
