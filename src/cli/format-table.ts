import { displayWidth } from '../text/display-width.ts';

/**
 * Rows of cells as lines whose columns stand under one another, whatever the script. The last column
 * may be of any length.
 */
export function formatTable(
  rows: readonly (readonly string[])[],
  aligned: readonly ('left' | 'right')[],
): string {
  const widths = aligned.map((_, column) => {
    return Math.max(0, ...rows.map((row) => displayWidth(row[column] ?? '')));
  });
  const lines = rows.map((row) =>
    row
      .map((cell, column) => {
        const space = ' '.repeat(Math.max(0, (widths[column] ?? 0) - displayWidth(cell)));
        return aligned[column] === 'right' ? space + cell : cell + space;
      })
      .join('  ')
      .trimEnd(),
  );
  return lines.map((line) => `${line}\n`).join('');
}
