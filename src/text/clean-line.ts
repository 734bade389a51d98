/**
 * A text from elsewhere as one line that every field takes: line breaks and runs of spaces become a
 * space; what can't be seen, or turns the reading direction, goes.
 */
export function cleanLine(text: string): string {
  return text
    .toWellFormed()
    .replace(unseen, '')
    .replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
}

/** A text of at most so many characters, with an ellipsis where it was cut. */
export function shorten(text: string, most: number): string {
  const characters = Array.from(text);
  return characters.length <= most
    ? text
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

// --- internal ---

/** Joiners stay: emoji and many scripts are put together with them. */
const unseen =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;
