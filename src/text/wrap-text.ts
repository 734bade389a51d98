import { displayWidth, isOneColumnEach } from './display-width.ts';
import { splitWide } from './split-wide.ts';

export interface WrapOptions {
  /** Columns a line may take, its prefix included. */
  readonly width: number;
  /** Before the first line, such as `- `. */
  readonly first?: string;
  /** Before the other lines: a hang, or the `> ` of a quote. */
  readonly rest?: string;
}

/**
 * Breaks a text into lines of at most `width` columns, greedily, at spaces and between wide (CJK)
 * characters where UAX #14 lets a line end. Line breaks of the text stay; runs of spaces become
 * one; no line ends in a space. What can't be broken (a long word, an address, `{{…}}`, words
 * joined by a no-break space) stands whole on a line of its own.
 */
export function wrapText(text: string, options: WrapOptions): string {
  const { width, first = '', rest = '' } = options;
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    const room = (count: number) => width - displayWidth(count === 0 ? first : rest);
    if (isOneColumnEach(paragraph) && !paragraph.includes('{{')) fillPlain(paragraph, room, lines);
    else fill(paragraph, room, lines);
  }
  return lines.map((line, index) => withPrefix(index === 0 ? first : rest, line)).join('\n');
}

/** Puts a prefix before the first line of a text and another before the rest; no trailing space. */
export function hang(text: string, first: string, rest: string): string {
  return text
    .split('\n')
    .map((line, index) => withPrefix(index === 0 ? first : rest, line))
    .join('\n');
}

// --- internal ---

function withPrefix(prefix: string, line: string): string {
  return line === '' ? prefix.trimEnd() : prefix + line;
}

/** The same as `fill` where every character is one column and every space a break. */
function fillPlain(paragraph: string, room: (count: number) => number, lines: string[]): void {
  const text = paragraph.replace(/^[ \t]+|[ \t]+$|[ \t]{2,}|\t/g, (gap, at: number) =>
    at === 0 || at + gap.length === paragraph.length ? '' : ' ',
  );
  let start = 0;
  for (let limit = room(lines.length); text.length - start > limit; limit = room(lines.length)) {
    let end = text.lastIndexOf(' ', start + limit);
    if (end <= start) end = text.indexOf(' ', start);
    if (end < 0) break;
    lines.push(text.slice(start, end));
    start = end + 1;
  }
  lines.push(text.slice(start));
}

function fill(paragraph: string, room: (count: number) => number, lines: string[]): void {
  let line = '';
  let used = 0;
  let limit = room(lines.length);
  for (const word of wordsOf(paragraph)) {
    let gap = line === '' ? '' : ' ';
    for (const piece of splitWide(word)) {
      const columns = displayWidth(piece);
      if (line !== '' && used + gap.length + columns > limit) {
        lines.push(line);
        limit = room(lines.length);
        line = piece;
        used = columns;
      } else {
        line += gap + piece;
        used += gap.length + columns;
      }
      gap = '';
    }
  }
  lines.push(line);
}

function wordsOf(paragraph: string): readonly string[] {
  if (paragraph.includes('{{')) return paragraph.match(/(?:\{\{[^{}]*\}\}|[^ \t])+/g) ?? [];
  return paragraph.split(/[ \t]+/).filter((word) => word !== '');
}
