/**
 * Encodes a text as quoted-printable UTF-8 (RFC 2045 section 6.7), in lines of at most 76 that end
 * with CRLF. Every kind of line break becomes CRLF; space at the end of a line is encoded, so that
 * no server on the way drops it; a line never begins with `From `, which some change to `>From `;
 * and the bytes of one character are never parted.
 */
export function encodeQuotedPrintable(text: string): Uint8Array {
  const bytes = Buffer.from(text, 'utf8');
  // Three bytes a byte, and three more for the soft break of each line of at least 64.
  const output = Buffer.allocUnsafe(Math.ceil(bytes.length * 3.2) + 16);
  let length = 0;
  let lineStart = 0;
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at] ?? 0;
    const kind = KINDS[byte];
    if (kind === LINE_BREAK) {
      at += byte === CR && bytes[at + 1] === LF ? 2 : 1;
      length = lineStart = writeLineBreak(output, length);
      continue;
    }
    const literal = kind === LITERAL || (kind === BLANK && !isLineEnd(bytes[at + 1]));
    const end = literal ? at + 1 : endOfCharacter(bytes, at);
    if (length - lineStart + (literal ? 1 : 3 * (end - at)) > LINE_LENGTH) {
      output[length++] = EQUALS;
      length = lineStart = writeLineBreak(output, length);
    }
    if (literal && !(length === lineStart && startsFromLine(bytes, at))) {
      output[length++] = byte;
    } else {
      for (let index = at; index < end; index++) {
        length = writeEscaped(output, length, bytes[index] ?? 0);
      }
    }
    at = end;
  }
  return output.subarray(0, length);
}

// --- internal ---

const CR = 0x0d;
const LF = 0x0a;
const EQUALS = 0x3d;
const HEX_DIGITS = Buffer.from('0123456789ABCDEF', 'latin1');
/** One less than 76: the place of the `=` that continues a line. */
const LINE_LENGTH = 75;

const ESCAPED = 0;
const LITERAL = 1;
/** Literal too, but not before a line break. */
const BLANK = 2;
const LINE_BREAK = 3;

const KINDS = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte === CR || byte === LF) return LINE_BREAK;
  if (byte === 0x20 || byte === 0x09) return BLANK;
  return byte > 0x20 && byte < 0x7f && byte !== EQUALS ? LITERAL : ESCAPED;
});

function isLineEnd(byte: number | undefined): boolean {
  return byte === undefined || byte === CR || byte === LF;
}

function startsFromLine(bytes: Buffer, at: number): boolean {
  return bytes[at] === 0x46 && bytes.toString('latin1', at, at + 5) === 'From ';
}

/** The place after a character's first byte and the continuation bytes that follow it. */
function endOfCharacter(bytes: Buffer, start: number): number {
  let end = start + 1;
  while (((bytes[end] ?? 0) & 0xc0) === 0x80) end++;
  return end;
}

function writeLineBreak(output: Buffer, at: number): number {
  output[at] = CR;
  output[at + 1] = LF;
  return at + 2;
}

function writeEscaped(output: Buffer, at: number, byte: number): number {
  output[at] = EQUALS;
  output[at + 1] = HEX_DIGITS[byte >> 4] ?? 0;
  output[at + 2] = HEX_DIGITS[byte & 15] ?? 0;
  return at + 3;
}
