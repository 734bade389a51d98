import fc from 'fast-check';
import { expect } from 'vitest';
import { locatePiece } from '../../src/source/locate-piece.ts';
import type { SourceNode } from '../../src/source/source-node.ts';

/** What is looked for: letters and digits are written as they are in every format. */
export const NEEDLE = 'N33dle';

/** A text with the needle in it, among what escapes, folds and indents. */
export const haystack = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ' ',
        '  ',
        '\n',
        '\n\n',
        '\t',
        '"',
        "'",
        '\\',
        '#',
        ': ',
        '- ',
        '`',
        '${',
        '\r',
      ),
      fc.constantFrom(
        'word',
        'N33dl',
        'é',
        '👩‍👩‍👧',
        '\u2028',
        '\u0085',
        '\0',
        '\uFEFF',
        '|',
        '&a',
        '%',
      ),
      fc.constantFrom(
        'a rather long run of words that is folded at its blanks ',
        NEEDLE,
        `${NEEDLE} `,
      ),
      fc.string({ unit: 'binary', maxLength: 5 }),
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(''));

/** Such a text, and where its middle needle begins. */
export const anyText = fc
  .tuple(haystack, haystack)
  .map(([before, behind]) => ({ text: before + NEEDLE + behind, offset: before.length }));

/** The text of the place that is found for a needle at that offset of a value. */
export function textAt(node: SourceNode, value: string, offset: number): string | null {
  const found = locatePiece(node, value, { offset, length: NEEDLE.length });
  return found === null ? null : found.text.slice(found.start, found.end);
}

/** How often the needle is written before the place that is found for it. */
function countBefore(node: SourceNode, value: string, offset: number): number {
  const found = locatePiece(node, value, { offset, length: NEEDLE.length });
  return (found?.text.slice(0, found.start).split(NEEDLE).length ?? 0) - 1;
}

/** Expects that very needle to be found where it is written. */
export function expectFound(node: SourceNode, value: string, offset: number): void {
  expect(textAt(node, value, offset)).toBe(NEEDLE);
  expect(countBefore(node, value, offset)).toBe(value.slice(0, offset).split(NEEDLE).length - 1);
  // Found by its place, not by counting how often its text is there.
  const [part] = node.parts();
  expect(part?.decoded?.value).toBe(value);
}

/** As JSON and JavaScript write it in ASCII alone. */
export function escapeNonAscii(text: string): string {
  return text.replaceAll(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
