/** A piece of a text, and where it leads when it is an address. */
export interface TextPiece {
  readonly text: string;
  readonly url: string | null;
}

/** Divides a text at its addresses, as programs that show plain text do; nothing is left out. */
export function linkify(text: string): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let at = 0;
  for (const { index, 0: found } of text.matchAll(/\b(?:https?:\/\/|mailto:)[^\s<>"]+/g)) {
    const url = withoutClosing(found);
    if (!URL.canParse(url)) continue;
    if (index > at) pieces.push({ text: text.slice(at, index), url: null });
    pieces.push({ text: url, url });
    at = index + url.length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), url: null });
  return pieces;
}

// --- internal ---

/** A full stop, or a bracket that was opened before the address, belongs to the sentence. */
function withoutClosing(found: string): string {
  let url = found;
  for (;;) {
    const last = url.at(-1) ?? '';
    const opening = { ')': '(', ']': '[', '}': '{' }[last];
    const closes = opening !== undefined && count(url, last) > count(url, opening);
    if (!closes && !/[.,;:!?'’”»]/.test(last)) return url;
    url = url.slice(0, -1);
  }
}

function count(text: string, char: string): number {
  return text.split(char).length - 1;
}
