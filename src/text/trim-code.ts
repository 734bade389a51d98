/**
 * A block of code without the blank lines around it: YAML's `|` always leaves a line break at the
 * end, and a template literal that starts on a line of its own has one at its start.
 */
export function trimCode(code: string): string {
  return code.replace(/^(?:[^\S\n]*\n)+/, '').trimEnd();
}
