import { spanOf, type MarkedText } from './marked-text.ts';
import { hasMark } from './marks.ts';
import type { Content, MarkNode, Range, StartTag, StrayText } from './markup-tree.ts';
import { MJML_ELEMENTS } from './mjml-elements.ts';
import { templateError, type Report, type Span } from '../problem.ts';
import type { Template } from '../template-set.ts';
import { scanStartTag } from './scan-start-tag.ts';

/** A step of reading MJML. */
export type MarkupToken =
  /** A start tag, with the content of an element that holds some. */
  | { readonly kind: 'start'; readonly tag: StartTag; readonly content: Content | null }
  | { readonly kind: 'end'; readonly name: string; readonly range: Range }
  | MarkNode
  | StrayText
  | { readonly kind: 'unreadable' };

/**
 * Reads MJML with marks in it, token by token. Comments are skipped. A tag that can't be read is
 * reported and ends the reading, as an `unreadable` token.
 */
export function* scanMarkup(marked: MarkedText, report: Report): Generator<MarkupToken> {
  const { text } = marked;
  for (let at = 0; at < text.length;) {
    const next = text.slice(at, at + 4);
    if (next === '<!--') {
      at = skipComment(marked, at, report);
      continue;
    }
    const token = /^<[A-Za-z]/.test(next) ? scanStart(marked, at, report) : scanOther(text, at);
    if (token.kind !== 'stray') yield token;
    else if (text.slice(token.range.start, token.range.end).trim() !== '') {
      yield { kind: 'stray', range: trimRange(text, token.range) };
    }
    if (token.kind === 'unreadable') return;
    at = token.kind === 'start' ? (token.content ?? token.tag).range.end : token.range.end;
  }
}

// --- internal ---

function scanStart(marked: MarkedText, at: number, report: Report): MarkupToken {
  const tag = scanTag(marked, at, report);
  if (tag === null) return { kind: 'unreadable' };
  if (MJML_ELEMENTS[tag.name] !== 'content' || tag.selfClosing) {
    return { kind: 'start', tag, content: null };
  }
  const content = scanContent(marked, tag, report);
  return content === null ? { kind: 'unreadable' } : { kind: 'start', tag, content };
}

function scanOther(
  text: string,
  start: number,
): Exclude<MarkupToken, { kind: 'start' | 'unreadable' }> {
  if (text.startsWith('\uFDD0', start)) {
    const range = { start, end: indexAfter(text, '\uFDD1', start) };
    return { kind: 'mark', index: Number(text.slice(start + 1, range.end - 1)), range };
  }
  if (/^<\/[A-Za-z]/.test(text.slice(start, start + 3))) {
    const range = { start, end: indexAfter(text, '>', start) };
    return { kind: 'end', name: text.slice(start + 2, range.end).replace(/[\s>]+$/, ''), range };
  }
  const length = text.slice(start + 1).search(/[<\uFDD0]/);
  return { kind: 'stray', range: { start, end: length === -1 ? text.length : start + 1 + length } };
}

function trimRange(text: string, { start, end }: Range): Range {
  const words = text.slice(start, end);
  return {
    start: start + words.length - words.trimStart().length,
    end: end - (words.length - words.trimEnd().length),
  };
}

/**
 * The content of an element, up to its end tag or, where that is missing, to the next tag of
 * MJML. In CSS and scripts `<` means nothing. A tag of MJML that an included template brings in is
 * that template's mistake, and told there: the element goes on, or the files around it would be blamed.
 */
function scanContent(marked: MarkedText, owner: StartTag, report: Report): Content | null {
  const { text } = marked;
  const { template } = spanOf(marked, owner.range.start, owner.range.start + 1);
  const told = new Set<Template>();
  const tags: StartTag[] = [];
  const start = owner.range.end;
  const upTo = (end: number): Content => ({ range: { start, end }, tags });
  for (let at = start; ;) {
    const skipped = text
      .slice(at)
      .search(owner.name === 'mj-style' ? /<\/?mj/ : /<(?:!--|\/?[A-Za-z\uFDD0])/);
    if (skipped === -1) return upTo(text.length);
    at += skipped;
    const element = /^<\/?mj(?:ml|-[a-z-]*)/.exec(text.slice(at, at + 30))?.[0];
    if (element !== undefined) {
      const span = spanOf(marked, at, at + element.length);
      if (span.template === template) return upTo(at);
      if (!told.has(span.template)) report(misplaced(element, span, owner.name, template));
      told.add(span.template);
      at += element.length;
    } else if (text.startsWith('<!--', at)) {
      at = skipComment(marked, at, report);
    } else if (/^<\/?\uFDD0/.test(text.slice(at, at + 3))) {
      report(nameFromData(marked, at));
      at += 1;
    } else if (text[at + 1] === '/') {
      at = indexAfter(text, '>', at);
    } else {
      const tag = scanTag(marked, at, report);
      if (tag === null) return null;
      tags.push(tag);
      at = tag.range.end;
      if (tag.name === 'style' || tag.name === 'script') at = indexAfter(text, `</${tag.name}`, at);
    }
  }
}

function scanTag(marked: MarkedText, at: number, report: Report): StartTag | null {
  const tag = scanStartTag(marked.text, at);
  if (typeof tag !== 'string') return tag;
  const name = /^<[^\s>]*/.exec(marked.text.slice(at))?.[0] ?? '';
  const span = spanOf(marked, at, at + name.length);
  report(
    templateError('unclosed-tag', span, tag, 'Close its quotation marks and end it with `>`.'),
  );
  return null;
}

/**
 * Conditional comments are code for Outlook and are gone through like any markup; tags in any
 * other comment would take effect or vanish, depending on where it stands.
 */
function skipComment(marked: MarkedText, at: number, report: Report): number {
  const { text } = marked;
  if (/^<!--(?:\[if|<!\[endif)/.test(text.slice(at, at + 12))) return at + 4;
  const end = indexAfter(text, '-->', at);
  if (hasMark(text.slice(at, end))) {
    const message =
      'A tag of the template stands inside an HTML comment, where it still has effect.';
    const hint = 'Write the comment as `{{!-- … --}}`.';
    report(templateError('tag-in-comment', spanOf(marked, at, at + 4), message, hint));
  }
  return end;
}

function misplaced(tag: string, span: Span, owner: string, around: Template) {
  const message = `\`${tag}>\` is MJML, and this template stands inside the \`${owner}\` of \`${around.name}\`, which holds HTML.`;
  const hint = `Write HTML such as \`<p>\` here, or change \`${around.name}.${around.kind}.hbs\` too.`;
  return templateError('misplaced-element', span, message, hint);
}

/** Even escaped, data could then be any tag at all. */
function nameFromData(marked: MarkedText, at: number) {
  const span = spanOf(marked, at, indexAfter(marked.text, '\uFDD1', at));
  const message = 'Data stands where the name of a tag does.';
  const hint = 'Write the tags out, each inside `{{#if}}`; a plain `<` is `&lt;`.';
  return templateError('unquoted-attribute', span, message, hint);
}

function indexAfter(text: string, wanted: string, from: number): number {
  const index = text.indexOf(wanted, from);
  return index === -1 ? text.length : index + wanted.length;
}
