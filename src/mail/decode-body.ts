import { decodeCharset } from './decode-words.ts';
import type { ReadPart } from './read-message.ts';

/**
 * The content of a part as it was before it was encoded, of its first `most` encoded bytes. Never
 * throws: what is malformed comes out as it is; an unknown encoding is none.
 */
export function decodeBody(
  { encoding, body }: Pick<ReadPart, 'encoding' | 'body'>,
  most = Infinity,
): Uint8Array {
  const bytes = body.subarray(0, Math.min(body.length, most));
  if (encoding === 'base64') return Buffer.from(asBuffer(bytes).toString('latin1'), 'base64');
  return encoding === 'quoted-printable' ? decodeQuotedPrintable(bytes) : bytes;
}

/** The same of a part that is text: in its charset, else as UTF-8 or Latin-1, whichever it can be. */
export function decodeText(
  part: Pick<ReadPart, 'encoding' | 'body' | 'charset'>,
  most = Infinity,
): string {
  const bytes = decodeBody(part, most);
  const named = part.charset === null ? null : decodeCharset(bytes, part.charset);
  if (named !== null) return named;
  const text = decodeCharset(bytes, 'utf-8') ?? '';
  return text.includes('\uFFFD') ? asBuffer(bytes).toString('latin1') : text;
}

// --- internal ---

const [TAB, LF, CR, SPACE, EQUALS] = [0x09, 0x0a, 0x0d, 0x20, 0x3d];

/** RFC 2045 section 6.7; an `=` that begins no escape and no soft line break stays. */
function decodeQuotedPrintable(bytes: Uint8Array): Uint8Array {
  const decoded = Buffer.alloc(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte !== EQUALS) {
      decoded[length++] = byte;
      continue;
    }
    const escaped = hexValue(bytes[at + 1]) * 16 + hexValue(bytes[at + 2]);
    const end = softBreak(bytes, at + 1);
    if (!Number.isNaN(escaped)) {
      decoded[length++] = escaped;
      at += 2;
    } else if (end === null) {
      decoded[length++] = byte;
    } else {
      at = end;
    }
  }
  return decoded.subarray(0, length);
}

function hexValue(byte: number | undefined): number {
  const sign = byte === undefined ? '' : String.fromCharCode(byte);
  return /^[0-9a-f]$/i.test(sign) ? parseInt(sign, 16) : NaN;
}

/** The last byte of a soft line break that begins here; null for none. */
function softBreak(bytes: Uint8Array, start: number): number | null {
  let at = start;
  // Some servers pad lines; more than a line of it is no padding.
  while (at < start + 76 && (bytes[at] === SPACE || bytes[at] === TAB)) at++;
  if (bytes[at] === CR && bytes[at + 1] === LF) return at + 1;
  return bytes[at] === LF || at >= bytes.length ? at : null;
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
