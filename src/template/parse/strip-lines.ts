import type { Piece } from './piece.ts';

/** A piece and whether it takes the white space on its sides with it (`{{~ … ~}}`). */
export interface SpacedPiece {
  readonly piece: Piece;
  readonly trimBefore: boolean;
  readonly trimAfter: boolean;
}

/**
 * Takes away the white space that tags claim: with `~`, all of it on that side; and, where
 * `standalone` lines are asked for, the whole line of a block tag, partial or comment that stands
 * alone on it, so that it leaves no empty line in a plain text.
 */
export function stripLines(pieces: readonly SpacedPiece[], standalone: boolean): readonly Piece[] {
  const alone = pieces.map((_, index) => standalone && standsAlone(pieces, index));
  return pieces.flatMap(({ piece }, index): Piece[] => {
    if (piece.kind === 'partial') return [{ ...piece, alone: alone[index] === true }];
    if (piece.kind !== 'text') return [piece];
    const [before, after] = [pieces[index - 1], pieces[index + 1]];
    let { start, end } = piece.span;
    if (before?.trimAfter === true) start += length(/^\s*/, piece.text);
    else if (alone[index - 1] === true) start += length(/^[ \t]*\n?/, piece.text);
    if (after?.trimBefore === true) end -= length(/\s*$/, piece.text);
    else if (alone[index + 1] === true) end -= length(/[ \t]*$/, piece.text);
    if (end <= start) return [];
    const text = piece.text.slice(start - piece.span.start, end - piece.span.start);
    return [{ ...piece, text, span: { ...piece.span, start, end } }];
  });
}

// --- internal ---

const STANDALONE: readonly string[] = ['open', 'else', 'close', 'partial', 'comment'];

function standsAlone(pieces: readonly SpacedPiece[], index: number): boolean {
  const piece = pieces[index]?.piece;
  if (piece === undefined || !STANDALONE.includes(piece.kind)) return false;
  const before = pieces[index - 1]?.piece;
  const after = pieces[index + 1]?.piece;
  const startsLine =
    before === undefined ||
    (before.kind === 'text' && (index === 1 ? /(^|\n)[ \t]*$/ : /\n[ \t]*$/).test(before.text));
  const endsLine =
    after === undefined ||
    (after.kind === 'text' &&
      (index === pieces.length - 2 ? /^[ \t]*(\n|$)/ : /^[ \t]*\n/).test(after.text));
  return startsLine && endsLine;
}

function length(pattern: RegExp, text: string): number {
  return pattern.exec(text)?.[0].length ?? 0;
}
