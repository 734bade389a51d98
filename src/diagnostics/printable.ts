/**
 * An author's text as a terminal can show it on one line: what would move the cursor, end the line
 * or turn the reading direction is a U+FFFD, one for each.
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu, '\uFFFD');
}
