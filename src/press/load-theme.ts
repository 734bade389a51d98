import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { DiagnosticCode } from '../diagnostics/codes.ts';
import type { Diagnostic, Problem } from '../diagnostics/diagnostic.ts';
import { hasErrors } from '../diagnostics/diagnostic.ts';
import { suggestionHint } from '../diagnostics/suggest.ts';
import type { Tokens } from '../render/tokens.ts';
import { resolveTokens } from '../render/tokens.ts';
import { isInside } from '../files/is-inside.ts';
import { readSource } from '../source/read-source.ts';
import type { ReadOptions } from '../source/source.ts';
import { readTemplates } from '../template/read-templates.ts';
import type { TemplateProblem } from '../template/problem.ts';
import type { TemplateSet } from '../template/template-set.ts';
import { checkFolder, checkInside } from '../workspace/check-inside.ts';
import type { LoadedPublication } from '../workspace/load-publication.ts';
import { placeProblems, toDiagnostic } from '../workspace/place-problems.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** A theme as its folders hold it, before it is compiled. */
export interface Theme {
  readonly templates: TemplateSet;
  readonly tokens: Tokens;
}

export interface LoadedTheme {
  /** Null when there are errors. */
  readonly theme: Theme | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the theme the config names: its folder in `templates/` lies over the workspace's own
 * `templates/default/`, and that over the built-in theme, file by file and token by token.
 */
export async function loadTheme(
  workspace: Workspace,
  config: LoadedPublication,
  builtinTheme: string,
  options: ReadOptions,
): Promise<LoadedTheme> {
  const { name = 'default', ...changes } = config.publication?.theme ?? {};
  const unknownName = await checkName(workspace, name);
  if (unknownName !== null) return { theme: null, diagnostics: await atConfig([unknownName]) };
  const own = [...new Set(['default', name])].map((theme) => join(workspace.templatesDir, theme));
  const layers = [...new Set([builtinTheme, ...own])];
  const outside = own
    .map((layer) => checkFolder(workspace, layer))
    .filter((found) => found !== null);
  if (outside.length > 0) return { theme: null, diagnostics: outside };

  let tokens: Record<string, unknown> = {};
  const diagnostics: Diagnostic[] = [];
  for (const layer of layers) {
    const read = await readTokens(workspace, layer, tokens, options);
    diagnostics.push(...read.diagnostics);
    tokens = { ...tokens, ...read.tokens };
  }
  const known = Object.keys(tokens);
  const resolved = resolveTokens(tokens, changes, known);
  if (!resolved.ok && !hasErrors(diagnostics)) {
    const problems = resolved.problems.map((problem) => ({
      ...problem,
      path: ['theme', ...problem.path],
    }));
    diagnostics.push(...(await atConfig(problems)));
  }
  if (!resolved.ok || hasErrors(diagnostics)) return { theme: null, diagnostics };
  const templates = await readTemplates(layers, (problem) => {
    diagnostics.push(ofTemplate(workspace, problem));
  });
  if (hasErrors(diagnostics)) return { theme: null, diagnostics };
  return { theme: { templates, tokens: resolved.tokens }, diagnostics };

  async function atConfig(problems: readonly Problem[]): Promise<Diagnostic[]> {
    return config.source === null ? [] : placeProblems(workspace, config.source, problems);
  }
}

/** What is wrong in a template, as the value every command reports. */
export function ofTemplate(
  workspace: Workspace,
  { place, code, ...problem }: TemplateProblem,
): Diagnostic {
  // A test holds the codes of the templates against the list.
  return toDiagnostic(workspace, { problem: { ...problem, code: code as DiagnosticCode }, place });
}

// --- internal ---

async function checkName(workspace: Workspace, name: string): Promise<Problem | null> {
  if (name === 'default') return null;
  const entries = await readdir(workspace.templatesDir, { withFileTypes: true }).catch(() => []);
  const themes = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  if (themes.includes(name)) return null;
  return {
    code: 'unknown-theme',
    severity: 'error',
    message: `There is no theme ${JSON.stringify(name)}: templates/ has no folder of that name.`,
    hint: suggestionHint(name, [...new Set(['default', ...themes])]),
    path: ['theme', 'name'],
  };
}

/** A layer's `tokens.json`, held against the tokens below; a layer without one changes nothing. */
async function readTokens(
  workspace: Workspace,
  layer: string,
  below: Readonly<Record<string, unknown>>,
  options: ReadOptions,
): Promise<{ tokens: Record<string, unknown>; diagnostics: readonly Diagnostic[] }> {
  const names = await readdir(layer).catch((): string[] => []);
  if (!names.includes('tokens.json')) return { tokens: {}, diagnostics: [] };
  const file = join(layer, 'tokens.json');
  // The built-in theme lies outside, but nobody can put a link there.
  const own = isInside(workspace.root, layer);
  const outside = own ? checkInside(workspace, file) : null;
  if (outside !== null) return { tokens: {}, diagnostics: [outside] };
  const read = await readSource(file, options);
  if (!read.ok) {
    const diagnostics = read.problems.map((placed) => toDiagnostic(workspace, placed));
    return { tokens: {}, diagnostics };
  }
  const { source } = read;
  const resolved = resolveTokens(below, source.value, null);
  if (resolved.ok) return { tokens: resolved.tokens, diagnostics: [] };
  return { tokens: {}, diagnostics: await placeProblems(workspace, source, resolved.problems) };
}
