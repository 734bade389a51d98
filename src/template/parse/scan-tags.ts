import { templateError, type Report, type Span } from '../problem.ts';
import type { Template } from '../template-set.ts';

/** A tag as it stands in the text, before its words are read. */
export interface RawTag {
  readonly kind: 'tag';
  /** What follows the braces: `#`, `/`, `>`, `{` …; empty for a plain value. */
  readonly sigil: Sigil;
  /** Between the sigil and the closing braces. */
  readonly body: Span;
  readonly span: Span;
  /** `{{~` and `~}}`: drop the white space before or after the tag. */
  readonly trimBefore: boolean;
  readonly trimAfter: boolean;
}

export type Sigil = '' | '{' | '#' | '/' | '^' | '>' | '!' | '&' | '*' | '#>' | '#*' | '{{{';

/**
 * Splits a template at its tags: stretches of text and raw tags in turn. Null when a tag never
 * ends, which is reported.
 */
export function scanTags(template: Template, report: Report): readonly (Span | RawTag)[] | null {
  const { text } = template;
  const found: (Span | RawTag)[] = [];
  for (let at = 0; ;) {
    const open = text.indexOf('{{', at);
    const end = open === -1 ? text.length : open;
    if (end > at) found.push({ template, start: at, end });
    if (open === -1) return found;
    const tag = scanTag(template, open);
    if (tag === null) {
      report(unendedTag({ template, start: open, end: open + 2 }));
      return null;
    }
    found.push(tag);
    at = tag.span.end;
  }
}

// --- internal ---

const OPENING = /\{\{(\{\{)?(~?)(\{|#>|#\*|[#/^>!&*])?/y;
/** Up to the closing braces, over braces in quotes; the quotes of a comment mean nothing. */
const VALUE_BODY = /((?:"(?:\\"|[^"\\]|\\(?!"))*"|'(?:\\'|[^'\\]|\\(?!'))*'|[^"'])*?)(~?)\}\}/y;
const RAW_BODY = /((?:"(?:\\"|[^"\\]|\\(?!"))*"|'(?:\\'|[^'\\]|\\(?!'))*'|[^"'])*?)\}(~?)\}\}/y;
const COMMENT_BODY = /([^]*?)(~?)\}\}/y;
const LONG_COMMENT_BODY = /(--[^]*?--)(~?)\}\}/y;

function scanTag(template: Template, start: number): RawTag | null {
  const opening = matchAt(OPENING, template.text, start);
  const [head = '', rawBlock, tilde, character = ''] = opening ?? [];
  const bodyStart = start + head.length;
  const sigil = (rawBlock === undefined ? character : '{{{') as Sigil;
  const body = matchAt(bodyPattern(sigil, template.text, bodyStart), template.text, bodyStart);
  if (body === null) return null;
  const [whole, inner = '', closingTilde] = body;
  return {
    kind: 'tag',
    sigil,
    body: { template, start: bodyStart, end: bodyStart + inner.length },
    span: { template, start, end: bodyStart + whole.length },
    trimBefore: tilde === '~',
    trimAfter: closingTilde === '~',
  };
}

function bodyPattern(sigil: Sigil, text: string, bodyStart: number): RegExp {
  if (sigil === '{') return RAW_BODY;
  if (sigil !== '!') return VALUE_BODY;
  return text.startsWith('--', bodyStart) ? LONG_COMMENT_BODY : COMMENT_BODY;
}

function unendedTag(span: Span) {
  const opening = span.template.text.slice(span.start, span.start + 5);
  const ends = opening.startsWith('{{!--') ? '--}}' : opening.startsWith('{{{') ? '}}}' : '}}';
  return templateError(
    'template-syntax',
    span,
    'This tag never ends.',
    `Close it with \`${ends}\`. A quotation mark inside it may be left open.`,
  );
}

function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  const sticky = new RegExp(pattern);
  sticky.lastIndex = at;
  return sticky.exec(source);
}
