import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { isInside } from '../files/is-inside.ts';
import type { Store } from '../files/store.ts';
import { textHelpers } from '../render/text-helpers.ts';
import { compileCached } from '../template/cache.ts';
import type { Program } from '../template/program/program.ts';
import { loadProgram } from '../template/program/program.ts';
import { escapeHtml } from '../text/escape-html.ts';
import { build } from '../version.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Theme } from './load-theme.ts';
import { ofTemplate } from './load-theme.ts';

export interface CompiledProgram {
  /** Null when the theme has errors. */
  readonly program: Program | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Takes a theme's program from the cache, or compiles the theme and keeps it there. With a `trace`
 * the HTML tells by `data-path` which field a piece of it came from.
 */
export async function compileTheme(
  workspace: Workspace,
  theme: Theme,
  store: Store,
  trace = false,
): Promise<CompiledProgram> {
  const options = {
    build,
    loadShape: async () => (await import('../render/view-schema.ts')).viewSchema,
    tokens: theme.tokens,
    textHelpers,
    trace,
  };
  const result = await compileCached(theme.templates, options, store);
  const problems = result.ok ? result.warnings : result.problems;
  const diagnostics = problems
    // A theme of one's own may leave any of the built-in templates out.
    .filter(({ code, place }) => code !== 'unused-template' || isInside(workspace.root, place.file))
    .map((problem) => ofTemplate(workspace, problem));
  if (!result.ok) return { program: null, diagnostics };
  return { program: loadProgram(result.theme, { escape: escapeHtml, textHelpers }), diagnostics };
}
