import type { Block } from '../../issue/schema.ts';
import { renderCodeHtml, renderCodeText } from '../../markdown/render-code.ts';
import { trimCode } from '../../text/trim-code.ts';
import type { Html, PieceView } from '../view-schema.ts';
import type { SectionContext } from './context.ts';

/** A code block: highlighted in the HTML, indented in the text. */
export function viewCode(
  block: Extract<Block, { kind: 'code' }>,
  path: string,
  context: SectionContext,
): NonNullable<PieceView['code']> {
  const { input, looks, smarten } = context;
  const code = { code: trimCode(block.code), language: block.language };
  const options = { ...looks, highlight: input.highlight, path: input.trace ? path : undefined };
  return {
    path,
    html: renderCodeHtml(code, options, false) as Html,
    text: renderCodeText(code.code),
    caption: block.caption === undefined ? null : smarten(block.caption),
  };
}
