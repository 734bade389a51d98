import { checkAttributes } from './check-attributes.ts';
import { checkBlocks } from './check-blocks.ts';
import { checkElements } from './check-elements.ts';
import { checkHead } from './check-head.ts';
import type { MarkedText } from './marked-text.ts';
import type { MarkupNode } from './markup-tree.ts';
import type { Report } from '../problem.ts';

/**
 * Checks what MJML can't see or says nothing about in a template whose tags are still open: that
 * its letters will be, for any data, what MJML would have made of the filled-in template.
 */
export function checkMarkup(
  nodes: readonly MarkupNode[],
  marked: MarkedText,
  report: Report,
): void {
  checkElements(nodes, marked, report);
  checkAttributes(nodes, marked, report);
  checkBlocks(nodes, marked, report);
  checkHead(nodes, marked, report);
}
