import { type Decoded, createDecoder } from './decoded.ts';

/**
 * Decodes what stands between the quotes of a JSON string, a JavaScript string or a part of a
 * template literal (ECMA-262 §12.9.4 and §12.9.6), remembering where each unit is written.
 * Null for an escape that none of them has.
 */
export function decodeEscapes(text: string, start: number, end: number): Decoded | null {
  const raw = text.slice(start, end);
  const decoder = createDecoder();
  for (let at = 0; at < raw.length;) {
    const token = nextToken(raw, at);
    if (token === null) return null;
    const from = start + at;
    if (token.units === null) decoder.copy(text, from, from + token.length);
    else decoder.add(token.units, from, from + token.length);
    at += token.length;
  }
  return decoder.result();
}

// --- internal ---

interface Token {
  readonly length: number;
  /** What it stands for; null for itself. */
  readonly units: string | null;
}

const PLAIN = /[^\\\r]+/y;
const HEX = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|u\{([\da-fA-F]+)\})/y;
const OCTAL = /\\([0-3][0-7]{0,2}|[4-7][0-7]?)/y;
const LETTERS: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\n': '',
  '\r': '',
  '\u2028': '',
  '\u2029': '',
};

function nextToken(text: string, at: number): Token | null {
  const plain = matchAt(PLAIN, text, at);
  if (plain !== null) return { length: plain[0].length, units: null };
  // In a template literal every line break counts as \n; elsewhere there is none.
  if (text[at] === '\r') return { length: text[at + 1] === '\n' ? 2 : 1, units: '\n' };

  const hex = matchAt(HEX, text, at);
  if (hex !== null) {
    const code = parseInt(hex[1] ?? hex[2] ?? hex[3] ?? '', 16);
    return code > 0x10ffff ? null : { length: hex[0].length, units: String.fromCodePoint(code) };
  }
  const octal = matchAt(OCTAL, text, at);
  if (octal !== null) {
    return { length: octal[0].length, units: String.fromCharCode(parseInt(octal[1] ?? '', 8)) };
  }
  const letter = text[at + 1];
  if (letter === undefined || letter === 'x' || letter === 'u') return null;
  if (text.startsWith('\r\n', at + 1)) return { length: 3, units: '' };
  return { length: 2, units: LETTERS[letter] ?? letter };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
