import { type AlignedPart, alignParts } from './align-parts.ts';
import type { SourceNode } from './source-node.ts';
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
  const found = findInParts(alignParts(node.parts(), value) ?? [], value, piece);
  // An expression is the answer only where its own words don't tell more.
  if (found?.isExact === true) return found.stretch;
  return findByText(node.whole, value, piece) ?? found?.stretch ?? null;
}

// --- internal ---

interface Found {
  readonly stretch: Stretch;
  readonly isExact: boolean;
}

function findInParts(parts: readonly AlignedPart[], value: string, piece: Piece): Found | null {
  const end = piece.offset + piece.length;
  const first = parts.find(({ to }) => piece.offset < to) ?? parts.at(-1);
  const last = parts.findLast(({ from, to }) => from < end && from < to) ?? first;
  if (first === undefined || last === undefined) return null;
  // Only the end of the whole string may lie behind the last part.
  if (piece.offset >= first.to && piece.offset !== value.length) return null;
  if (first === last || piece.length === 0) return withinPart(first, piece);
  return acrossParts(first, last, piece);
}

function withinPart(aligned: AlignedPart, piece: Piece): Found {
  const { stretch, decoded } = aligned.part;
  if (decoded === null) return { stretch, isExact: false };
  const start = startIn(aligned, piece.offset);
  const end = piece.length === 0 ? start : endIn(aligned, piece.offset + piece.length);
  return { stretch: { ...stretch, start, end: Math.max(start, end) }, isExact: true };
}

/**
 * A piece that several parts gave: from where the first is written, or used, to where the last is,
 * whichever is nearest; to the end of the first when they are in different files.
 */
function acrossParts(first: AlignedPart, last: AlignedPart, piece: Piece): Found {
  const starts = placesOf(first, { start: startIn(first, piece.offset) });
  const ends = placesOf(last, { end: endIn(last, piece.offset + piece.length) });
  const pairs = starts
    .flatMap((start) => ends.map((end) => ({ start, end })))
    .filter(({ start, end }) => start.file === end.file && start.start < end.end);
  const isExact = first.part.decoded !== null || (first.part.uses ?? []).length > 0;
  const [nearest] = pairs.toSorted((a, b) => lengthOf(a) - lengthOf(b));
  if (nearest === undefined) return { ...withinPart(first, piece), isExact };
  return { stretch: { ...nearest.start, end: nearest.end.end }, isExact };
}

function placesOf(
  { part }: AlignedPart,
  exact: { readonly start?: number; readonly end?: number },
): readonly Stretch[] {
  const own = part.decoded === null ? part.stretch : { ...part.stretch, ...exact };
  return [own, ...(part.uses ?? [])];
}

function lengthOf({ start, end }: { readonly start: Stretch; readonly end: Stretch }): number {
  return end.end - start.start;
}

/** Where the unit at an offset of the string begins in the file. */
function startIn({ from, part, units }: AlignedPart, offset: number): number {
  const { decoded, stretch } = part;
  const index = units === undefined ? offset - from : units[offset - from];
  return decoded?.starts[index ?? -1] ?? decoded?.ends.at(-1) ?? stretch.start;
}

/** Where the unit before an offset of the string ends in the file. */
function endIn({ from, to, part, units }: AlignedPart, offset: number): number {
  const { decoded, stretch } = part;
  const last = Math.min(offset, to) - from - 1;
  const index = units === undefined ? last : units[last];
  return decoded?.ends[index ?? -1] ?? stretch.end;
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
