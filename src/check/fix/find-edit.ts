import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Finding } from '../rule.ts';

/** What is replaced in a file's text. */
export interface Edit {
  /** In UTF-16 units of the whole text, a byte order mark included. */
  readonly start: number;
  readonly from: string;
  readonly to: string;
}

/** The edit that mends a finding; null where the text at its place isn't what the data says. */
export function findEdit(
  text: string,
  { line, column }: Pick<Diagnostic, 'line' | 'column'>,
  fix: Finding['fix'],
): Edit | null {
  if (line === null || column === null || fix === undefined || fix.from === '') return null;
  // Lines are counted without the mark.
  let lineStart = text.startsWith('\uFEFF') ? 1 : 0;
  for (let number = 1; number < line; number++) {
    const newline = text.indexOf('\n', lineStart);
    if (newline === -1) return null;
    lineStart = newline + 1;
  }
  const start = lineStart + column - 1;
  return text.startsWith(fix.from, start) ? { start, ...fix } : null;
}
