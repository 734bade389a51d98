import { MARK } from './marks.ts';
import type { Attribute, Range, StartTag } from './markup-tree.ts';

/**
 * Reads the start tag at `start` of a marked text, of MJML or of HTML. A string is the reason
 * why it can't be read.
 */
export function scanStartTag(text: string, start: number): StartTag | string {
  const name = matchAt(/<([A-Za-z][^\s/>\uFDD0]*)/y, text, start)?.[1] ?? '';
  const attributes: Attribute[] = [];
  const looseMarks: Range[] = [];
  for (let at = start + 1 + name.length; ;) {
    at += matchAt(/\s*/y, text, at)?.[0].length ?? 0;
    const close = matchAt(/(\/?)>/y, text, at);
    if (close !== null) {
      const range = { start, end: at + close[0].length };
      return { name, attributes, looseMarks, selfClosing: close[1] === '/', range };
    }
    const loose = matchAt(MARK, text, at)?.[0];
    const attribute = loose === undefined ? scanAttribute(text, at) : null;
    if (attribute !== null) {
      attributes.push(attribute);
      at = attribute.valueRange.end + (attribute.quoted ? 1 : 0);
    } else if (loose !== undefined) {
      looseMarks.push({ start: at, end: at + loose.length });
      at += loose.length;
    } else if (text[at] === '/') {
      at += 1;
    } else {
      return at >= text.length || text[at] === '<'
        ? 'This tag has no closing `>`.'
        : 'This tag can’t be read: a quotation mark is missing or left over.';
    }
  }
}

// --- internal ---

const ATTRIBUTE =
  /([^\s/>"'<=\uFDD0]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|((?:\uFDD0\d+\uFDD1|[^\s>"'])+)))?/dy;

function scanAttribute(text: string, start: number): Attribute | null {
  const match = matchAt(ATTRIBUTE, text, start);
  if (match === null) return null;
  const [whole, name = '', double, single, bare] = match;
  // `name=` with no readable value: an unclosed quotation mark.
  if (/^\s*=/.test(text.slice(start + whole.length))) return null;
  const [valueStart, valueEnd] = match.indices?.slice(2).find(Boolean) ?? [
    start + name.length,
    start + name.length,
  ];
  return {
    name,
    value: double ?? single ?? bare ?? '',
    nameRange: { start, end: start + name.length },
    valueRange: { start: valueStart, end: valueEnd },
    quoted: double !== undefined || single !== undefined,
  };
}

function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  const sticky = new RegExp(pattern.source, pattern.flags.includes('d') ? 'dy' : 'y');
  sticky.lastIndex = at;
  return sticky.exec(source);
}
