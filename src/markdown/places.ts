import type { MarkdownIt as Engine, Token } from 'markdown-it';
import type { Piece } from './markdown.ts';

/** A block's text as the parser sees it: its lines without markers and indentation. */
export interface BlockText {
  /** The source lines it came from, counted from 0; the second is the line after the last. */
  readonly lines: readonly [number, number];
  readonly content: string;
  /** Where in `content` the tokens count from: past `^[` for an inline note. */
  readonly base: number;
}

/** Finds the place in the Markdown source that a token came from. */
export interface Places {
  /** The address of a link or an image, without `<>` around it; `next` is the token after. */
  address(token: Token, block: BlockText, next: Token | undefined): Piece;
  /** What stands before the address of an image: `![alt]`. */
  label(token: Token, block: BlockText): Piece;
  /** A stretch of a block's text, as far as it stands on one line. */
  inBlock(block: BlockText, position: number, length: number): Piece;
  /** The first occurrence of a text in a source line (after a piece), or the whole line. */
  inLine(line: number, text: string, after?: Piece): Piece;
  /** The nearest line at or above `line` that holds a text, else the nearest below. */
  lineWith(text: string, line: number): number;
  /** True when nothing but blank lines stands at or below a line. */
  isLast(line: number): boolean;
}

export function createPlaces(
  source: string,
  engine: Engine,
  definitions: readonly Token[],
): Places {
  const starts = lineStarts(source);

  const line = (index: number): string =>
    source.slice(starts[index], starts[index + 1]).replace(/[\r\n]+$/, '');

  const inLine = (index: number, text: string, after?: Piece): Piece => {
    const written = line(index);
    const start = starts[index] ?? source.length;
    const from = after === undefined ? 0 : after.offset - start;
    const at = text === '' ? -1 : written.indexOf(text, from);
    if (at < 0) return { offset: start, length: Math.max(written.length, 1) };
    return { offset: start + at, length: text.length };
  };

  const inBlock = (block: BlockText, position: number, length: number): Piece => {
    const before = block.content.slice(0, position);
    const lineStart = before.lastIndexOf('\n') + 1;
    const index = block.lines[0] + before.split('\n').length - 1;
    const lineEnd = block.content.indexOf('\n', lineStart);
    const text = block.content.slice(lineStart, lineEnd < 0 ? undefined : lineEnd);
    const written = line(index).replaceAll('\0', '\uFFFD');
    // A line of the block is the end of its source line, but for the spaces around it.
    const at = written.lastIndexOf(text.trim());
    if (at < 0) return inLine(index, '');
    const column = at + position - lineStart - (text.length - text.trimStart().length);
    const room = at + text.trim().length - column;
    return { offset: (starts[index] ?? 0) + column, length: Math.max(1, Math.min(length, room)) };
  };

  const inDefinition = (label: string): Piece | null => {
    const lines = definitions.find((token) => token.meta?.['label'] === label)?.map;
    if (lines == null) return null;
    const from = starts[lines[0]] ?? 0;
    const to = starts[lines[1]] ?? source.length;
    const text = source.slice(from, to);
    const head = /\[(?:\\.|[^\]\\])*\]:[ \t]*(?:\r?\n[ \t>]*)?/.exec(text);
    if (head === null) return null;
    return shift(from, destination(engine, text, head.index + head[0].length));
  };

  const address = (token: Token, block: BlockText, next: Token | undefined): Piece => {
    const [start, labelEnd] = token.map ?? [0, 0];
    const at = start + block.base;
    const { content } = block;
    if (token.markup === 'autolink') {
      return inBlock(block, at + 1, content.indexOf('>', at) - at - 1);
    }
    if (token.markup === 'linkify') {
      const written = next?.content ?? '';
      return inBlock(block, at - written.indexOf(':'), written.length);
    }
    const label = token.meta?.['label'];
    const found = typeof label === 'string' ? inDefinition(label) : null;
    if (found !== null) return found;
    const end = token.type === 'image' ? at + 2 + token.content.length : labelEnd + block.base;
    if (content.charAt(end + 1) !== '(') return inBlock(block, at, end + 1 - at);
    const piece = destination(engine, content, end + 2);
    return inBlock(block, piece.offset, piece.length);
  };

  const label = (token: Token, block: BlockText): Piece => {
    const at = (token.map?.[0] ?? 0) + block.base;
    return inBlock(block, at, token.content.length + 3);
  };

  const lineWith = (text: string, near: number): number => {
    for (let index = near; index >= 0; index--) if (line(index).includes(text)) return index;
    const below = starts.findIndex((_, index) => index > near && line(index).includes(text));
    return below < 0 ? near : below;
  };

  const isLast = (index: number): boolean =>
    source.slice(starts[index] ?? source.length).trim() === '';

  return { address, label, inBlock, inLine, lineWith, isLast };
}

// --- internal ---

function lineStarts(source: string): readonly number[] {
  const starts = [0];
  if (source.includes('\r')) {
    for (const { 0: end, index } of source.matchAll(/\r\n?|\n/g)) starts.push(index + end.length);
    return starts;
  }
  for (let end = source.indexOf('\n'); end >= 0; end = source.indexOf('\n', end + 1)) {
    starts.push(end + 1);
  }
  return starts;
}

function shift(by: number, piece: Piece): Piece {
  return { offset: by + piece.offset, length: piece.length };
}

/** The destination that begins after the spaces at `from`, read the way the parser reads it. */
function destination(engine: Engine, text: string, from: number): Piece {
  const start = from + (/^[ \t\n]*/.exec(text.slice(from))?.[0].length ?? 0);
  const end = engine.helpers.parseLinkDestination(text, start, text.length).pos;
  const angle = text.charAt(start) === '<' ? 1 : 0;
  return { offset: start + angle, length: Math.max(1, end - start - 2 * angle) };
}
