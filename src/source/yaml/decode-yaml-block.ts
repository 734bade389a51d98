import { type Decoded, type Decoder, createDecoder } from '../decoded.ts';

/**
 * Decodes a block scalar (YAML 1.2 §8.1) that begins at its `|` or `>`. How far it is indented
 * depends on what it stands in when it says so itself, so the indentation is tried that gives
 * `value`; null when none does.
 */
export function decodeYamlBlock(
  text: string,
  start: number,
  end: number,
  value: string,
): Decoded | null {
  const header = /^([|>])[-+\d]*/.exec(text.slice(start, end));
  const firstBreak = text.indexOf('\n', start);
  if (header === null || firstBreak === -1 || firstBreak >= end) return null;
  const lines = splitLines(text, firstBreak + 1, end);
  const block = { text, lines, isFolded: header[1] === '>', chomping: /[-+]/.exec(header[0])?.[0] };
  const widest = lines.find(({ isBlank }) => !isBlank)?.indent ?? 0;
  const tried = /\d/.test(header[0]) ? Math.min(widest, MAX_INDENT) : 0;
  for (let indent = widest; indent >= widest - tried; indent--) {
    const decoded = decodeBlock({ ...block, indent });
    if (decoded.value === value) return decoded;
  }
  return null;
}

// --- internal ---

/** How many indentations are tried; a wider one is not worth the time. */
const MAX_INDENT = 200;

interface Line {
  readonly start: number;
  /** Without the line break. */
  readonly end: number;
  /** How many spaces it begins with. */
  readonly indent: number;
  /** True when there are only spaces. */
  readonly isBlank: boolean;
}

interface Block {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly indent: number;
  readonly isFolded: boolean;
  readonly chomping: string | undefined;
}

function splitLines(text: string, start: number, end: number): readonly Line[] {
  const lines: Line[] = [];
  for (let at = start; at < end;) {
    const newline = text.indexOf('\n', at);
    const next = newline === -1 || newline >= end ? end : newline;
    const lineEnd = text[next - 1] === '\r' && next > at && next === newline ? next - 1 : next;
    const raw = text.slice(at, lineEnd);
    const indent = raw.length - raw.replace(/^ +/, '').length;
    lines.push({ start: at, end: lineEnd, indent, isBlank: indent === raw.length });
    at = next + 1;
  }
  return lines;
}

function decodeBlock(block: Block): Decoded {
  const { text, lines, indent } = block;
  const decoder = createDecoder();
  /** The lines that ended since the last one with content. */
  let ended: Line[] = [];
  let previous: Line | null = null;
  for (const line of lines) {
    if (!line.isBlank || line.indent > indent) {
      addBreaks(decoder, ended, isFoldable(block, previous) && isFoldable(block, line));
      decoder.copy(text, Math.min(line.start + indent, line.end), line.end);
      ended = [];
      previous = line;
    }
    ended.push(line);
  }
  if (block.chomping === '+') addBreaks(decoder, ended, false);
  else if (block.chomping === undefined && previous !== null) {
    addBreaks(decoder, ended.slice(0, 1), false);
  }
  return decoder.result();
}

/** One line break between two foldable lines becomes a space; of several, the first is dropped. */
function addBreaks(decoder: Decoder, ended: readonly Line[], folds: boolean): void {
  const [first] = ended;
  if (folds && first !== undefined && ended.length === 1) {
    decoder.add(' ', first.end, first.end + 1);
    return;
  }
  for (const line of folds ? ended.slice(1) : ended) decoder.add('\n', line.end, line.end + 1);
}

/** Lines that begin with a blank, and what is next to them, keep their line breaks. */
function isFoldable({ text, indent, isFolded }: Block, line: Line | null): boolean {
  if (line === null || !isFolded) return false;
  const first = text[line.start + indent];
  return first !== ' ' && first !== '\t';
}
