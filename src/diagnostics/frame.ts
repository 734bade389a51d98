import { printable } from './printable.ts';

/**
 * Draws the lines around a place with the offending text underlined:
 *
 *       39 |       - title: …
 *     > 41 |         url: www.example.com
 *          |              ^^^^^^^^^^^^^^^
 *
 * Lines and columns count from 1, columns in UTF-16 units. Long lines are cut around the place.
 */
export function codeFrame(
  text: string,
  place: { readonly line: number; readonly column: number; readonly endColumn: number },
  linesAround = 2,
): string {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const first = Math.max(1, place.line - linesAround);
  const last = Math.min(lines.length, place.line + 1);
  const numberWidth = String(last).length;
  const shift = shiftFor(lines[place.line - 1] ?? '', place.column);
  const rows: string[] = [];
  for (let number = first; number <= last; number++) {
    const marker = number === place.line ? '>' : ' ';
    const shown = cut(lines[number - 1] ?? '', shift);
    rows.push(`${marker} ${String(number).padStart(numberWidth)} | ${shown}`.trimEnd());
    if (number !== place.line) continue;
    const before = cut((lines[number - 1] ?? '').slice(0, place.column - 1), shift);
    const marked = (lines[number - 1] ?? '').slice(place.column - 1, place.endColumn - 1);
    const room = Math.max(1, lineLimit - columns(before));
    const carets = '^'.repeat(Math.min(Math.max(1, columns(marked)), room));
    rows.push(`  ${' '.repeat(numberWidth)} | ${' '.repeat(columns(before))}${carets}`);
  }
  return rows.join('\n');
}

// --- internal ---

const lineLimit = 100;

/** How many units of a long line are left out on the left, so that the place can be seen. */
function shiftFor(line: string, column: number): number {
  return line.length <= lineLimit || column < lineLimit - 30 ? 0 : column - 40;
}

function cut(line: string, shift: number): string {
  const shown = line.slice(shift, shift + lineLimit).replaceAll('\t', ' ');
  const start = shift > 0 && line.trim() !== '' ? `…${shown.slice(1)}` : shown;
  const clean = printable(start);
  return shift + lineLimit < line.length ? `${clean}…` : clean;
}

/** Columns on a terminal, near enough to put a caret under a letter: wide characters count two. */
function columns(text: string): number {
  let width = 0;
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    const wide =
      /\p{Extended_Pictographic}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uff00-\uff60]/u;
    const zero = /^[\p{Mn}\u200b-\u200f\ufeff]+$/u;
    width += zero.test(segment) ? 0 : wide.test(segment) && !/^[#*0-9©®]$/u.test(segment) ? 2 : 1;
  }
  return width;
}
