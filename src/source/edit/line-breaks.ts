/** What is put into a text, with the line breaks of that text. */
export function withBreaks(text: string, inserted: string): string {
  return text.includes('\r\n') ? inserted.replace(/\r?\n/g, '\r\n') : inserted;
}

/** Where the line of an offset ends, before its break. */
export function endOfLine(text: string, from: number): number {
  const at = text.slice(from).search(/\r?\n/);
  return at === -1 ? text.length : from + at;
}
