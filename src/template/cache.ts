import type { $ZodType } from 'zod/v4/core';
import { sha256 } from '../files/hash.ts';
import type { Store } from '../files/store.ts';
import type { CompileOptions, CompileResult } from './compile.ts';
import type { TemplateProblem } from './problem.ts';
import type { CompiledTheme } from './program/program.ts';
import type { Template, TemplateSet } from './template-set.ts';

/** How a theme is compiled, and what to know of it before anything heavy is loaded. */
export interface CachedOptions extends Omit<CompileOptions, 'shape'> {
  /** Names the compiler: this version of Galley, of MJML, of the view. */
  readonly build: string;
  /** The schema of the view, which only a compilation needs. */
  readonly loadShape: () => Promise<$ZodType>;
}

/** A result and whether it came from the cache. */
export type CachedResult = CompileResult & { readonly cached: boolean };

/**
 * Compiles a theme, or takes it from the store when it was compiled before: from the same
 * templates, tokens and flags, by the same build. A hit loads neither MJML nor Handlebars'
 * compiler nor the view's schema. An entry that can't be read is compiled again; problems are never kept.
 */
export async function compileCached(
  set: TemplateSet,
  options: CachedOptions,
  store: Store,
): Promise<CachedResult> {
  const key = cacheKey(set, options);
  const kept = readEntry(await store.get(key));
  if (kept !== null) return { ok: true, ...kept, cached: true };
  const { compileTheme } = await import('./compile.ts');
  const result = await compileTheme(set, { ...options, shape: await options.loadShape() });
  if (result.ok) await store.set(key, writeEntry(result));
  return { ...result, cached: false };
}

/** Names one way to compile one theme, in 64 hex digits. Warnings name files, so these count. */
export function cacheKey(set: TemplateSet, options: KeyOptions): string {
  const files = sorted(set).map(([, { file }]) => file);
  return sha256(JSON.stringify([programKey(set, options), files]));
}

/** Names the program that a theme is compiled to, in 64 hex digits, wherever the theme lies. */
export function programKey(set: TemplateSet, options: KeyOptions): string {
  const parts = [
    options.build,
    sorted(set).map(([key, { text }]) => [key, text]),
    Object.entries(options.tokens).sort(([a], [b]) => (a < b ? -1 : 1)),
    Object.keys(options.textHelpers),
    [options.trace ?? false, options.minify ?? true],
  ];
  return sha256(JSON.stringify(parts));
}

// --- internal ---

type KeyOptions = Omit<CachedOptions, 'loadShape'>;

function sorted(set: TemplateSet): readonly (readonly [string, Template])[] {
  return [...set].sort(([a], [b]) => (a < b ? -1 : 1));
}

interface Entry {
  readonly theme: CompiledTheme;
  readonly warnings: readonly TemplateProblem[];
}

/** The entry under its own checksum: it is code that will be run. */
function writeEntry({ theme, warnings }: Entry): string {
  const text = JSON.stringify({ theme, warnings });
  return `${sha256(text)}\n${text}`;
}

function readEntry(entry: string | null): Entry | null {
  const [checksum = '', text = ''] = entry?.split('\n', 2) ?? [];
  return entry !== null && checksum === sha256(text) ? (JSON.parse(text) as Entry) : null;
}
