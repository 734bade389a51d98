/**
 * The last pass over the plain text: at most one blank line in a row, no space at a line's end but
 * in the signature's `-- ` (RFC 3676 §4.3), one line break at the end.
 */
export function finishText(text: string): string {
  return `${text.trim()}\n`
    .replace(/\n{3,}/g, '\n\n')
    .replace(/[ \t]+$/gm, '')
    .replace(/^--$/gm, '-- ');
}
