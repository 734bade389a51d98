/**
 * The offset where a line begins, for tools that count lines from 0 as JavaScript does (ECMA-262
 * §12.3): more line breaks than a place has, which is about what an editor shows.
 */
export function lineStart(text: string, line: number): number {
  const breaks = /\r\n|[\n\r\u2028\u2029]/g;
  for (let passed = 0; passed < line; passed++) {
    if (breaks.exec(text) === null) return text.length;
  }
  return breaks.lastIndex;
}
