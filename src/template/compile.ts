import type { $ZodType } from 'zod/v4/core';
import { UserError } from '../diagnostics/user-error.ts';
import { hasErrors } from '../diagnostics/diagnostic.ts';
import { buildProgram } from './program/build-program.ts';
import { checkNames } from './names/check-names.ts';
import { checkUnused } from './check-unused.ts';
import { compileHtml } from './mjml/compile-html.ts';
import { expandPartials } from './expand-partials.ts';
import { parseTemplate } from './parse/parse-template.ts';
import { precompile } from './program/precompile.ts';
import { sortProblems, type TemplateProblem } from './problem.ts';
import type { CompiledTheme, TextHelpers } from './program/program.ts';
import { readShape } from './names/shape.ts';
import {
  LAYOUT,
  templateKey,
  type Template,
  type TemplateKind,
  type TemplateSet,
} from './template-set.ts';
import { fillTokens, type Tokens } from './tokens.ts';

export interface CompileOptions {
  /** The schema of the view: what `readShape` reads. */
  readonly shape: $ZodType;
  readonly tokens: Tokens;
  /** The helpers that plain text templates may call; only their names matter here. */
  readonly textHelpers: TextHelpers;
  /** Keeps `data-path` attributes in the HTML; left out, they are removed. */
  readonly trace?: boolean | undefined;
  /** Left out, the HTML is minified. */
  readonly minify?: boolean | undefined;
}

export type CompileResult =
  | {
      readonly ok: true;
      readonly theme: CompiledTheme;
      readonly warnings: readonly TemplateProblem[];
    }
  | { readonly ok: false; readonly problems: readonly TemplateProblem[] };

/**
 * Compiles the templates of a theme into a program. All problems of all templates are found at
 * once; warnings alone don't keep a theme from compiling. Throws a `UserError` when the templates
 * lack a layout.
 */
export async function compileTheme(
  set: TemplateSet,
  options: CompileOptions,
): Promise<CompileResult> {
  const layout = requireLayout(set, 'mjml');
  requireLayout(set, 'txt');
  const problems: TemplateProblem[] = [];
  const report = (problem: TemplateProblem) => problems.push(problem);
  const shape = readShape(options.shape);
  const helpers = Object.keys(options.textHelpers);

  const parsed = new Map(
    [...set].map(([key, template]) => {
      const pieces = parseTemplate(template, report);
      return [key, pieces && fillTokens(pieces, options.tokens, report)] as const;
    }),
  );
  const included = new Set<string>();
  const html = expandPartials(LAYOUT, 'mjml', parsed, report, included);
  const text = expandPartials(LAYOUT, 'txt', parsed, report, included);
  const certain = checkNames(html, 'mjml', shape, helpers, report);
  checkNames(text, 'txt', shape, helpers, report);
  // What an unreadable template includes is not known.
  if (![...parsed.values()].includes(null)) checkUnused(set, included, report);

  const wanted = { trace: options.trace ?? false, minify: options.minify ?? true };
  const readable = parsed.get(templateKey(LAYOUT, 'mjml')) !== null;
  const compiled = readable ? await compileHtml(layout, html, certain, wanted, report) : null;
  if (compiled === null || hasErrors(problems)) {
    return { ok: false, problems: sortProblems(problems) };
  }
  const theme = {
    html: precompile(buildProgram(compiled.parts, true), helpers),
    text: precompile(buildProgram(text, false), helpers),
    columnsVary: compiled.columnsVary,
  };
  return { ok: true, theme, warnings: sortProblems(problems) };
}

// --- internal ---

function requireLayout(set: TemplateSet, kind: TemplateKind): Template {
  const key = templateKey(LAYOUT, kind);
  const layout = set.get(key);
  if (layout !== undefined) return layout;
  throw new UserError(
    'missing-layout',
    `The theme has no \`${key}\`, where every letter starts.`,
    'Add the file, or take the theme’s name out of the config to use the built-in one.',
  );
}
