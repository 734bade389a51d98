import { encodeQuotedPrintable } from './quoted-printable.ts';

/** A text as it stands in a message: its bytes, in lines that end with CRLF, and how they were made. */
export interface EncodedText {
  readonly encoding: '7bit' | 'quoted-printable';
  readonly bytes: Uint8Array;
}

/**
 * Encodes a text for a message: as it is when every server leaves it so (short lines of ASCII),
 * else as quoted-printable.
 */
export function encodeText(text: string): EncodedText {
  if (!fitsSevenBit(text)) {
    return { encoding: 'quoted-printable', bytes: encodeQuotedPrintable(text) };
  }
  return { encoding: '7bit', bytes: Buffer.from(text.replace(/\r\n?|\n/g, '\r\n'), 'latin1') };
}

// --- internal ---

/** Not with space at the end of a line, which gets lost, nor with `From ` at its beginning. */
function fitsSevenBit(text: string): boolean {
  return (
    /^[\t\n\r -~]*$/.test(text) &&
    !/^.{77}/m.test(text) &&
    !/^From /m.test(text) &&
    !/[ \t]$/m.test(text)
  );
}
