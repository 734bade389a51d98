import type { TextHelpers } from '../template/program/program.ts';
import { displayWidth } from '../text/display-width.ts';
import { underline } from '../text/underline.ts';
import { wrapText } from '../text/wrap-text.ts';

/** The width of the plain text, in columns. */
export const textWidth = 72;

/** What a `.txt.hbs` template can call. */
export const textHelpers: TextHelpers = {
  /** `{{wrap title}}` wraps at 72 columns; `first` and `last` stand before and after the text. */
  wrap: ([text], { first = '', last = '' }) =>
    wrapText(`${String(first)}${String(text)}${String(last)}`, { width: textWidth }),
  /** `{{underline heading "-"}}` draws a line of the character under the text. */
  underline: ([text, character]) => underline(String(text), String(character)),
  /** `{{rule title}}` draws a line across the page, with a title in it unless that is empty. */
  rule: ([title]) => drawRule(String(title)),
};

// --- internal ---

function drawRule(title: string): string {
  if (title === '') return '-'.repeat(textWidth);
  const start = `--- ${title} `;
  const room = textWidth - displayWidth(start);
  if (room >= 3) return start + '-'.repeat(room);
  return `${'-'.repeat(textWidth)}\n${wrapText(title, { width: textWidth })}`;
}
