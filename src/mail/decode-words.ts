/**
 * Decodes the encoded words of a header's value (RFC 2047), such as `=?utf-8?Q?Gr=C3=BC=C3=9Fe?=`.
 * What is no encoded word, or of an unknown charset, stays as it is. Space between two encoded words
 * is dropped, and words of one charset are joined before they are decoded: some programs part the
 * bytes of a character.
 */
export function decodeWords(value: string): string {
  if (!value.includes('=?')) return value;
  let decoded = '';
  let end = 0;
  let pending: Pending | null = null;
  for (const match of value.matchAll(WORD)) {
    const [whole, charset = '', encoding = '', text = ''] = match;
    const between: string = value.slice(end, match.index);
    const adjacent: boolean = pending !== null && /^[ \t\r\n]*$/.test(between);
    const bytes = encoding.toUpperCase() === 'B' ? Buffer.from(text, 'base64') : decodeQ(text);
    end = match.index + whole.length;
    if (pending !== null && adjacent && pending.charset === charset.toLowerCase()) {
      pending.chunks.push(bytes);
      pending.written += between + whole;
      continue;
    }
    decoded += flush(pending) + (adjacent ? '' : between);
    pending = { charset: charset.toLowerCase(), chunks: [bytes], written: whole };
  }
  return decoded + flush(pending) + value.slice(end);
}

/** Bytes of a charset as text; null for a charset that is not known. */
export function decodeCharset(bytes: Uint8Array, charset: string): string | null {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return null;
  }
}

// --- internal ---

/** Words that are decoded together. */
interface Pending {
  readonly charset: string;
  readonly chunks: Uint8Array[];
  /** As they stand in the value. */
  written: string;
}

// A language may follow the charset (RFC 2231 section 5). The lengths keep a hostile value cheap.
const WORD = /=\?([\w.:+-]{1,60})(?:\*[\w-]{0,40})?\?([BbQq])\?([^?\r\n]{0,4000})\?=/g;

function decodeQ(text: string): Uint8Array {
  const bytes = text
    .replaceAll('_', ' ')
    .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1');
}

function flush(pending: Pending | null): string {
  if (pending === null) return '';
  return decodeCharset(Buffer.concat(pending.chunks), pending.charset) ?? pending.written;
}
