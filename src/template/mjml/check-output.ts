import { hasMark, marksIn } from '../markup/marks.ts';
import { spanOf, type MarkedText } from '../markup/marked-text.ts';
import type { MjmlElement, Range } from '../markup/markup-tree.ts';
import type { PreparedMjml } from './prepare-mjml.ts';
import { templateError, type Report, type TemplateProblem } from '../problem.ts';
import type { MjmlError, MjmlOutput } from './run-mjml.ts';

/** Reports what MJML complained of, and any tag that it left out of the HTML. */
export function checkOutput(
  output: MjmlOutput,
  prepared: PreparedMjml,
  marked: MarkedText,
  report: Report,
): void {
  for (const error of output.errors) {
    // A mark has no unit and is no colour; where data may stand was checked before.
    if (!hasMark(error.message)) report(mjmlProblem(error, prepared, marked));
  }
  if (output.html === '') return;
  const kept = new Set(marksIn(output.html));
  for (const [index, piece] of marked.pieces.entries()) {
    if (piece.kind === 'text' || kept.has(index)) continue;
    const message = 'MJML leaves out what this tag would print.';
    const hint = 'Put it where MJML prints it, such as inside an `mj-text`.';
    report(templateError('layout-from-data', piece.span, message, hint));
  }
}

// --- internal ---

function mjmlProblem(
  error: MjmlError,
  prepared: PreparedMjml,
  marked: MarkedText,
): TemplateProblem {
  const element = prepared.elements.get(error.line);
  const range = element === undefined ? { start: 0, end: 1 } : blamed(element, error.message);
  const span = spanOf(marked, range.start, range.end);
  const known = /only inside: (.*)$/
    .exec(error.message)?.[1]
    ?.replace('mj-attributes, ', '')
    .split(', ');
  const hint =
    known === undefined
      ? `MJML’s documentation lists what \`${error.tagName}\` can have.`
      : `It can stand in ${known.map((name) => `\`${name}\``).join(', ')}.`;
  return templateError('invalid-mjml', span, `${error.tagName}: ${error.message.trim()}.`, hint);
}

/** The attribute a complaint names, else the element's name. */
function blamed({ tag, name }: MjmlElement, message: string): Range {
  const [word = ''] = /(?<=^Attributes? )[^\s,]+/.exec(message) ?? [];
  const attribute = tag.attributes.find((candidate) => candidate.name === word);
  return attribute?.nameRange ?? { start: tag.range.start, end: tag.range.start + 1 + name.length };
}
