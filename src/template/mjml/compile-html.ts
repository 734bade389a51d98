import { splitAtMarks } from '../program/build-program.ts';
import { checkMarkup } from '../markup/check-markup.ts';
import { checkOutput } from './check-output.ts';
import { columnsVary } from './columns-vary.ts';
import { markText } from '../markup/marked-text.ts';
import { minifyHtml } from './minify.ts';
import { parseMarkup } from '../markup/parse-markup.ts';
import type { ExpandedPiece } from '../parse/piece.ts';
import { prepareMjml, type Slot } from './prepare-mjml.ts';
import type { Report, TemplateProblem } from '../problem.ts';
import { runMjml } from './run-mjml.ts';
import type { Template } from '../template-set.ts';

/** How the HTML is wanted. */
export interface HtmlOptions {
  readonly trace: boolean;
  readonly minify: boolean;
}

/** What MJML made of a template. */
export interface CompiledHtml {
  /** Texts and tags in turn. */
  readonly parts: readonly (string | Slot)[];
  readonly columnsVary: boolean;
}

/** Runs MJML over a template with its tags still in it. Null when its markup is not sound. */
export async function compileHtml(
  layout: Template,
  pieces: readonly ExpandedPiece[],
  certain: ReadonlySet<number>,
  options: HtmlOptions,
  report: Report,
): Promise<CompiledHtml | null> {
  const marked = markText(layout, pieces, certain);
  const problems: TemplateProblem[] = [];
  const nodes = parseMarkup(marked, (problem) => problems.push(problem));
  if (nodes !== null) checkMarkup(nodes, marked, (problem) => problems.push(problem));
  problems.forEach(report);
  if (nodes === null || problems.length > 0) return null;

  const prepared = prepareMjml(nodes, marked);
  const output = await runMjml(prepared.source);
  checkOutput(output, prepared, marked, report);
  const html = options.trace ? output.html : removeTrace(output.html);
  return {
    parts: splitAtMarks(options.minify ? minifyHtml(html, prepared.between) : html, prepared.slots),
    columnsVary: columnsVary(output.html, prepared.slots, certain),
  };
}

// --- internal ---

/**
 * Takes out the attributes that tell which field a piece of the letter comes from, and the empty
 * spans that are there for nothing else: an `mj-button` can't have such an attribute.
 */
function removeTrace(html: string): string {
  return html
    .replace(/<span\s+data-path=(?:"[^"]*"|'[^']*')\s*><\/span>/g, '')
    .replace(/\s+data-path=(?:"[^"]*"|'[^']*')/g, '');
}
