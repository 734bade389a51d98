import { COLUMN } from '../program/arrange-columns.ts';
import { MARK } from '../markup/marks.ts';
import type { Slot } from './prepare-mjml.ts';

/**
 * True when data decides which widths of columns a letter has, or in which order they first
 * occur: then `arrangeColumns` has to see to the head of each letter. `certain` are the marks of
 * blocks that are always gone into.
 */
export function columnsVary(
  html: string,
  slots: readonly Slot[],
  certain: ReadonlySet<number>,
): boolean {
  const open: boolean[] = [];
  const seen = new Map<string, boolean>();
  for (const [index, part] of html.split(new RegExp(MARK, 'g')).entries()) {
    if (index % 2 === 1) {
      const slot = slots[Number(part)];
      if (slot?.kind === 'open') open.push(!certain.has(Number(part)));
      if (slot?.kind === 'close') open.pop();
      continue;
    }
    for (const [, name = ''] of part.matchAll(COLUMN)) {
      if (!seen.has(name)) seen.set(name, open.includes(true));
    }
  }
  return [...seen.values()].includes(true);
}
