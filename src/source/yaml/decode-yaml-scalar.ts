import type { Scalar } from 'yaml';
import { type Decoded, createDecoder } from '../decoded.ts';
import { decodeYamlBlock } from './decode-yaml-block.ts';
import type { Stretch } from '../stretch.ts';

/**
 * Decodes a YAML scalar of any style, remembering where each unit is written. Null when that doesn't
 * give `value`, which the parser made of it.
 */
export function decodeYamlScalar(
  text: string,
  { start, end }: Pick<Stretch, 'start' | 'end'>,
  type: Scalar.Type | undefined,
  value: string,
): Decoded | null {
  if (type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED') {
    return decodeYamlBlock(text, start, end, value);
  }
  const quotes = type === 'QUOTE_SINGLE' || type === 'QUOTE_DOUBLE' ? 1 : 0;
  const decoded = decodeFlow(text, start + quotes, end - quotes, ESCAPES[type ?? 'PLAIN'] ?? null);
  return decoded.value === value ? decoded : null;
}

// --- internal ---

interface Escaped {
  readonly length: number;
  readonly units: string;
}

type ReadEscape = (text: string, at: number) => Escaped | null;

const ESCAPES: Readonly<Partial<Record<string, ReadEscape>>> = {
  QUOTE_SINGLE: (text, at) => (text.startsWith("''", at) ? { length: 2, units: "'" } : null),
  QUOTE_DOUBLE: readDoubleQuotedEscape,
};

/** Blanks; where there are line breaks among them, all of it is folded (YAML 1.2 §6.5). */
const BLANKS = /(?:[ \t]|\r?\n)+/y;

function decodeFlow(text: string, start: number, end: number, escape: ReadEscape | null): Decoded {
  const decoder = createDecoder();
  for (let at = start; at < end;) {
    const escaped = escape?.(text, at) ?? null;
    if (escaped !== null) {
      decoder.add(escaped.units, at, at + escaped.length);
      at += escaped.length;
      continue;
    }
    const run = matchAt(BLANKS, text, at) ?? text.charAt(at);
    const breaks = run.split('\n').length - 1;
    if (breaks === 0) decoder.copy(text, at, at + run.length);
    else decoder.add(breaks === 1 ? ' ' : '\n'.repeat(breaks - 1), at, at + run.length);
    at += run.length;
  }
  return decoder.result();
}

const HEX = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8}))/y;
/** A line break that is escaped away, with the next line's indentation. */
const CONTINUATION = /\\\r?\n[ \t]*/y;
const LETTERS: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
};

/** YAML 1.2 §5.7. */
function readDoubleQuotedEscape(text: string, at: number): Escaped | null {
  if (text[at] !== '\\') return null;
  const continuation = matchAt(CONTINUATION, text, at);
  if (continuation !== null) return { length: continuation.length, units: '' };
  HEX.lastIndex = at;
  const hex = HEX.exec(text);
  const letter = text[at + 1] ?? '';
  if (hex === null) return { length: 2, units: LETTERS[letter] ?? letter };
  const code = parseInt(hex[1] ?? hex[2] ?? hex[3] ?? '', 16);
  return { length: hex[0].length, units: code > 0x10ffff ? '' : String.fromCodePoint(code) };
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}
