import { mark } from './marks.ts';
import type { DataTag, ExpandedPiece } from '../parse/piece.ts';
import type { Span } from '../problem.ts';
import type { Template } from '../template-set.ts';

/** A template as one text with a mark for each tag; the number of a mark is its piece's index. */
export interface MarkedText {
  /** The template that everything starts from. */
  readonly layout: Template;
  readonly text: string;
  readonly pieces: readonly ExpandedPiece[];
  /** Where each piece starts in the text. */
  readonly starts: readonly number[];
  /** The `{{#with}}` tags, by index, that are always gone into: they divide nothing. */
  readonly certain: ReadonlySet<number>;
}

/** Joins the pieces of a template, with a mark for each tag. */
export function markText(
  layout: Template,
  pieces: readonly ExpandedPiece[],
  certain: ReadonlySet<number>,
): MarkedText {
  const starts: number[] = [];
  let text = '';
  for (const [index, piece] of pieces.entries()) {
    starts.push(text.length);
    text += piece.kind === 'text' ? piece.text : mark(index);
  }
  return { layout, text, pieces, starts, certain };
}

/** The tag behind a mark. */
export function tagOf(marked: MarkedText, index: number): DataTag {
  const piece = marked.pieces[index];
  if (piece === undefined || piece.kind === 'text') throw new Error(`No tag has the mark ${index}`);
  return piece;
}

/** Where a stretch of the marked text stands in the template files; of several, in the first. */
export function spanOf(marked: MarkedText, start: number, end: number): Span {
  const first = sourceOf(marked, start);
  const last = sourceOf(marked, Math.max(start, end - 1));
  const together = last.template === first.template && last.end >= first.end;
  return { ...first, end: together ? last.end : first.end };
}

// --- internal ---

/** What stands in a file for one character of the marked text: itself, or the whole tag. */
function sourceOf(marked: MarkedText, offset: number): Span {
  const index = pieceAt(marked.starts, offset);
  const piece = marked.pieces[index];
  if (piece === undefined) return { template: marked.layout, start: 0, end: 0 };
  const { span } = piece;
  const verbatim = piece.kind === 'text' && piece.text.length === span.end - span.start;
  if (!verbatim) return span;
  const start = span.start + offset - (marked.starts[index] ?? 0);
  return { ...span, start, end: start + 1 };
}

/** The last piece that starts at or before an offset. */
function pieceAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
