import type { Decoded } from './decoded.ts';
import type { SourceNode, StringPart } from './source-node.ts';
import type { Stretch } from './stretch.ts';

interface Piece {
  readonly offset: number;
  readonly length: number;
}

/**
 * Finds where a piece of a string is written, whatever escapes, folded lines or concatenations stand
 * before it. A string that was computed is searched for the piece's text. Null if that fails too.
 */
export function locatePiece(node: SourceNode, value: string, piece: Piece): Stretch | null {
  return findInParts(node.parts(), value, piece) ?? findByText(node.whole, value, piece);
}

// --- internal ---

function findInParts(parts: readonly StringPart[], value: string, piece: Piece): Stretch | null {
  const known = alignParts(parts, value);
  const holder =
    known.find(({ from, decoded }) => piece.offset < from + decoded.value.length) ?? known.at(-1);
  if (holder === undefined) return null;
  const { from, decoded, stretch } = holder;
  const first = piece.offset - from;
  // Only the end of the whole string may lie behind the last known part.
  const beyond = first >= decoded.value.length && piece.offset !== value.length;
  if (first < 0 || beyond) return null;
  const last = Math.min(first + piece.length, decoded.value.length) - 1;
  const start = decoded.starts[first] ?? decoded.ends.at(-1) ?? stretch.start;
  return { ...stretch, start, end: last < first ? start : (decoded.ends[last] ?? start) };
}

interface AlignedPart {
  /** Where in the whole string the part begins. */
  readonly from: number;
  readonly decoded: Decoded;
  readonly stretch: Stretch;
}

/**
 * The parts whose place in the string is certain: those before the first unknown one, counted from
 * the front, and those after the last unknown one, counted from the back. None when they don't
 * add up to the string, because it was changed on its way.
 */
function alignParts(parts: readonly StringPart[], value: string): readonly AlignedPart[] {
  const aligned: AlignedPart[] = [];
  let from = 0;
  for (const { decoded, stretch } of parts) {
    if (decoded === null) break;
    if (!value.startsWith(decoded.value, from)) return [];
    aligned.push({ from, decoded, stretch });
    from += decoded.value.length;
  }
  if (aligned.length === parts.length) return from === value.length ? aligned : [];

  const behind: AlignedPart[] = [];
  let to = value.length;
  for (const { decoded, stretch } of parts.toReversed()) {
    if (decoded === null) break;
    if (!value.slice(0, to).endsWith(decoded.value)) return [];
    to -= decoded.value.length;
    behind.unshift({ from: to, decoded, stretch });
  }
  return to < from ? [] : [...aligned, ...behind];
}

/** The n-th occurrence of the piece's text, when it is the n-th in the string. */
function findByText(whole: Stretch, value: string, { offset, length }: Piece): Stretch | null {
  const wanted = value.slice(offset, offset + length);
  if (wanted === '') return null;
  let start = whole.start - 1;
  for (
    let at = value.indexOf(wanted);
    at !== -1 && at <= offset;
    at = value.indexOf(wanted, at + 1)
  ) {
    start = whole.text.indexOf(wanted, start + 1);
    if (start === -1 || start + length > whole.end) return null;
  }
  return { ...whole, start, end: start + length };
}
