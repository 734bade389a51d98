import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { isInside } from '../files/is-inside.ts';
import type { Store } from '../files/store.ts';
import { textHelpers } from '../render/text-helpers.ts';
import type { CachedOptions } from '../template/cache.ts';
import { compileCached, programKey } from '../template/cache.ts';
import type { CompiledTheme, Program } from '../template/program/program.ts';
import { loadProgram } from '../template/program/program.ts';
import { escapeHtml } from '../text/escape-html.ts';
import { build } from '../version.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { builtinTheme } from './builtin-theme.ts';
import type { Theme } from './load-theme.ts';
import { ofTemplate } from './load-theme.ts';

export interface CompiledProgram {
  /** Null when the theme has errors. */
  readonly program: Program | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Takes a theme's program from what comes with Galley or from the cache, or compiles the theme and
 * keeps it there. With a `trace` the HTML tells by `data-path` which field a piece of it came from.
 */
export async function compileTheme(
  workspace: Workspace,
  theme: Theme,
  store: Store,
  trace = false,
): Promise<CompiledProgram> {
  const options = programOptions(theme, trace);
  const shipped = readShipped(programKey(theme.templates, options));
  const result = shipped ?? (await compileCached(theme.templates, options, store));
  const problems = result.ok ? result.warnings : result.problems;
  const diagnostics = problems
    // A theme of one's own may leave any of the built-in templates out.
    .filter(({ code, place }) => code !== 'unused-template' || isInside(workspace.root, place.file))
    .map((problem) => ofTemplate(workspace, problem));
  if (!result.ok) return { program: null, diagnostics };
  return { program: loadProgram(result.theme, { escape: escapeHtml, textHelpers }), diagnostics };
}

/** How the programs of all themes are compiled. */
export function programOptions({ tokens }: Pick<Theme, 'tokens'>, trace: boolean): CachedOptions {
  return {
    build,
    loadShape: async () => (await import('../render/view-schema.ts')).viewSchema,
    tokens,
    textHelpers,
    trace,
  };
}

// --- internal ---

/**
 * A program that was compiled when Galley was built: of the built-in theme, as long as nothing in it
 * is changed. The first letter, and each one on a machine that keeps no cache, then needn't wait for
 * MJML, which takes as long as all the rest, and half as much memory again.
 */
function readShipped(key: string) {
  // A program of another build has another key; the sources, unbundled, have none.
  if (build === 'unbundled') return null;
  const file = join(builtinTheme(), '..', '..', 'dist', 'programs', `${key}.json`);
  if (!existsSync(file)) return null;
  const theme = JSON.parse(readFileSync(file, 'utf8')) as CompiledTheme;
  return { ok: true, theme, warnings: [] } as const;
}
