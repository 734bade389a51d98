import { displayWidth } from './display-width.ts';
import { wrapText } from './wrap-text.ts';

/**
 * A heading of the plain text: wrapped, with a line of `char` as wide as its widest line, but never
 * wider than `width`, as one long word can be.
 */
export function underline(text: string, char: string, width = 72): string {
  const wrapped = wrapText(text, { width });
  const widths = wrapped.split('\n').map(displayWidth);
  return `${wrapped}\n${char.repeat(Math.min(width, Math.max(...widths)))}`;
}
