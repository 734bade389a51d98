/**
 * The text of a page from its bytes, in the encoding that its byte order mark, its Content-Type or
 * its own `<meta>` names (WHATWG: Encoding; HTML §13.2.3), else UTF-8 if it can be that, else
 * Windows-1252, as browsers have it.
 */
export function decodePage(body: Uint8Array, contentType: string | undefined): string {
  const label =
    markOf(body) ??
    /charset\s*=\s*["']?([^\s"';,]+)/i.exec(contentType ?? '')?.[1] ??
    metaCharset(body) ??
    'utf-8';
  return decode(body, label) ?? decode(body, 'windows-1252') ?? '';
}

// --- internal ---

function markOf(body: Uint8Array): string | null {
  const [a, b, c] = body;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : null;
}

/** Within the first kilobyte, where it has to stand. */
function metaCharset(body: Uint8Array): string | null {
  const start = Buffer.from(body.subarray(0, 1024)).toString('latin1');
  const label = /<meta\s[^>]*charset\s*=\s*["']?([^\s"'/>;]+)/i.exec(start)?.[1] ?? null;
  // A page that could be read so far is not in UTF-16, whatever it says.
  return label !== null && /^utf-?16/i.test(label) ? 'utf-8' : label;
}

/** Null for an encoding that is unknown or plainly another one. */
function decode(body: Uint8Array, label: string): string | null {
  try {
    const isUtf8 = /^utf-?8$/i.test(label);
    // Streaming: what was cut off in the middle of a character is no error.
    return new TextDecoder(label, { fatal: isUtf8 }).decode(body, { stream: true });
  } catch {
    return null;
  }
}
