/**
 * Encodes a text as quoted-printable UTF-8 (RFC 2045 section 6.7), in lines of at most 76 that end
 * with CRLF. Every kind of line break becomes CRLF; space at the end of a line is encoded, so that
 * no server on the way drops it; a line never begins with `From `, which some change to `>From `;
 * and the bytes of one character are never parted.
 */
export function encodeQuotedPrintable(text: string): Uint8Array {
  const escaped = text
    .replaceAll('=', '=3D')
    .replace(/[^\t\r\n -~]+/g, escapeBytes)
    .replace(/[ \t](?=[\r\n]|$)/g, escapeBytes);
  const lines = escaped.split(/\r\n?|\n/).map(foldLine);
  return Buffer.from(lines.join('\r\n'), 'latin1');
}

// --- internal ---

/** One less than 76: the place of the `=` that continues a line. */
const LINE_LENGTH = 75;

/** Of letters that a URL can't hold either; half a character becomes U+FFFD. */
function escapeBytes(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll('%', '=');
}

/** Breaks an escaped line softly wherever it gets too long. */
function foldLine(line: string): string {
  let folded = '';
  for (let start = 0; ;) {
    const isFromLine = line.startsWith('From ', start) || line.startsWith('From=20', start);
    if (isFromLine) folded += '=46';
    const rest = isFromLine ? start + 1 : start;
    const room = LINE_LENGTH - (isFromLine ? 3 : 0);
    if (line.length - rest <= room) return folded + line.slice(rest);
    start = breakBefore(line, rest + room);
    folded += `${line.slice(rest, start)}=\r\n`;
  }
}

/** The last place up to `end` that is neither in an escape nor between the bytes of a character. */
function breakBefore(line: string, end: number): number {
  let place = end;
  if (line.charAt(place - 1) === '=') place -= 1;
  else if (line.charAt(place - 2) === '=') place -= 2;
  while (/^=[89AB]/.test(line.slice(place, place + 2))) place -= 3;
  return place;
}
