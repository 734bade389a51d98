import type { OpenTag, Piece, Tag } from './piece.ts';
import { parseTag } from './parse-tag.ts';
import { templateError, type Report, type Span, type TemplateProblem } from '../problem.ts';
import { scanTags } from './scan-tags.ts';
import { stripLines, type SpacedPiece } from './strip-lines.ts';
import type { Template } from '../template-set.ts';

/**
 * Parses one template into its pieces, whose blocks are balanced. Null when it can't be read;
 * each reason is reported.
 */
export function parseTemplate(template: Template, report: Report): readonly Piece[] | null {
  const problems: TemplateProblem[] = [];
  const reportHere = (problem: TemplateProblem) => problems.push(problem);
  checkCharacters(template, reportHere);
  const pieces = (scanTags(template, reportHere) ?? []).flatMap((part): SpacedPiece[] => {
    if (!('kind' in part)) return [{ piece: textPiece(part), trimBefore: false, trimAfter: false }];
    const piece = parseTag(part, reportHere);
    return piece === null ? [] : [{ ...part, piece }];
  });
  if (problems.length === 0) checkBlocks(pieces, reportHere);
  problems.forEach(report);
  return problems.length === 0 ? stripLines(pieces, template.kind === 'txt') : null;
}

// --- internal ---

function textPiece(span: Span): Piece {
  return { kind: 'text', text: span.template.text.slice(span.start, span.end), span };
}

function checkBlocks(pieces: readonly SpacedPiece[], report: Report): void {
  const open: { tag: OpenTag; divided: boolean }[] = [];
  for (const { piece } of pieces) {
    if (piece.kind === 'open') open.push({ tag: piece, divided: false });
    if (piece.kind === 'else') {
      const block = open.at(-1);
      if (block === undefined || block.divided) report(strayElse(piece, block?.tag));
      else block.divided = piece.path === null;
    }
    if (piece.kind === 'close') {
      const block = open.at(-1)?.tag;
      if (block?.block === piece.block) open.pop();
      else report(strayClose(piece.span, piece.block, block));
    }
  }
  for (const { tag } of open) {
    const message = `\`{{#${tag.block}}}\` is never closed in this file.`;
    report(templateError('template-syntax', tag.span, message, `Add \`{{/${tag.block}}}\`.`));
  }
}

function strayElse(tag: Tag, block: OpenTag | undefined) {
  const message =
    block === undefined
      ? '`{{else}}` stands outside any block.'
      : `\`{{else}}\` stands after the \`{{else}}\` of \`{{#${block.block}}}\`.`;
  return templateError('template-syntax', tag.span, message, 'Remove it.');
}

function strayClose(span: Span, name: string, block: OpenTag | undefined) {
  const [message, hint] =
    block === undefined
      ? [`\`{{/${name}}}\` closes a block that isn’t open.`, 'Remove it.']
      : [
          `\`{{/${name}}}\` stands where \`{{#${block.block}}}\` has to be closed first.`,
          `Write \`{{/${block.block}}}\`.`,
        ];
  return templateError('template-syntax', span, message, hint);
}

/** The two code points that mark tags while MJML runs; Unicode keeps them out of any text. */
function checkCharacters(template: Template, report: Report): void {
  const at = template.text.search(/[\uFDD0\uFDD1]/);
  if (at === -1) return;
  const message = 'This character is not one that a text can have (U+FDD0 or U+FDD1).';
  report(
    templateError('template-syntax', { template, start: at, end: at + 1 }, message, 'Remove it.'),
  );
}
