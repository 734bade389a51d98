import { spanOf, type MarkedText } from './marked-text.ts';
import type { Content, MarkupNode, MjmlElement, Range, StartTag } from './markup-tree.ts';
import { templateError, type Report } from '../problem.ts';
import { scanMarkup } from './scan-markup.ts';

interface OpenElement {
  readonly tag: StartTag;
  readonly content: Content | null;
  readonly children: MarkupNode[];
}

/**
 * Reads MJML that still has tags in it into a tree. MJML says nothing about an element that is
 * never closed, and swallows what follows it; here it is reported. Null when a tag can't be read.
 */
export function parseMarkup(marked: MarkedText, report: Report): readonly MarkupNode[] | null {
  const roots: MarkupNode[] = [];
  const open: OpenElement[] = [];
  const add = (node: MarkupNode) => (open.at(-1)?.children ?? roots).push(node);
  const complain = (code: string, range: Range, message: string, hint: string) => {
    report(templateError(code, spanOf(marked, range.start, range.end), message, hint));
  };
  const close = () => {
    const element = open.pop();
    if (element !== undefined) add(elementOf(element));
  };
  const closeUnclosed = () => {
    const { name, range } = open.at(-1)?.tag ?? NO_TAG;
    const message = `\`<${name}>\` is never closed; MJML would swallow what follows it.`;
    complain('unclosed-element', range, message, `Add \`</${name}>\`.`);
    close();
  };

  for (const token of scanMarkup(marked, report)) {
    if (token.kind === 'unreadable') return null;
    if (token.kind === 'end') {
      const depth = open.findLastIndex((element) => element.tag.name === token.name);
      if (depth === -1) {
        const message = `\`</${token.name}>\` closes an element that isn’t open here.`;
        complain('stray-end-tag', token.range, message, 'Remove it.');
        continue;
      }
      while (open.length > depth + 1) closeUnclosed();
      close();
      continue;
    }
    // Whatever else follows the content of an element, its end tag is missing.
    if ((open.at(-1)?.content ?? null) !== null) closeUnclosed();
    if (token.kind !== 'start') {
      add(token);
      continue;
    }
    open.push({ tag: token.tag, content: token.content, children: [] });
    if (token.tag.selfClosing) close();
  }
  while (open.length > 0) closeUnclosed();
  return roots;
}

// --- internal ---

const NO_TAG = { name: '', range: { start: 0, end: 0 } };

function elementOf({ tag, children, content }: OpenElement): MjmlElement {
  return { kind: 'element', name: tag.name, tag, children, content };
}
