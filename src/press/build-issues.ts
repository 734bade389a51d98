import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { UserError } from '../diagnostics/user-error.ts';
import { listIssues } from '../workspace/list-issues.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { BuiltIssue } from './build-issue.ts';
import { chooseIssues } from './choose-issues.ts';
import type { Manifest } from './manifest.ts';
import { readManifest } from './manifest.ts';
import { cacheEntries, loadSettings, openPress } from './open-press.ts';
import type { OpenedPress, Settings } from './open-press.ts';

/** How the build of one issue ended. Sizes in bytes, times in milliseconds. */
export interface BuildResult {
  /** The issue's name: of its source, and of its folder in `out/`. */
  readonly slug: string;
  /** `written` when a file differs from the last build, `failed` when the issue has errors. */
  readonly status: 'written' | 'unchanged' | 'failed';
  /** The files of the built issue, relative to the workspace. */
  readonly files: readonly string[];
  /** Readable words, without code; 0 for a failed issue. */
  readonly words: number;
  /** Reading time, in whole minutes. */
  readonly minutes: number;
  /** The size of `email.html`. */
  readonly htmlBytes: number;
  /** How long it took. */
  readonly ms: number;
  /** What is wrong with this issue. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface BuildOptions {
  /** The issues to build; empty for all. */
  readonly slugs: readonly string[];
  /** Build also what has not changed. */
  readonly force: boolean;
  /** Milliseconds from any fixed moment. */
  readonly clock: () => number;
  /** Stops the build after the issue at hand. */
  readonly signal: Pick<AbortSignal, 'aborted'>;
  /** Told of each issue as it is done. */
  readonly onIssue: (result: BuildResult, done: number, total: number) => Promise<void> | void;
}

export interface BuildResults {
  readonly issues: readonly BuildResult[];
  /** What is wrong with config, theme or the names of issues. */
  readonly diagnostics: readonly Diagnostic[];
  /** Why an issue could not be written: the first reason, for the end of the command. */
  readonly failure: UserError | null;
}

/**
 * Builds issues into `out/`. A broken issue keeps its last good output, and neither it nor one that
 * can't be written stops the others. Throws a UserError for a slug that is no issue.
 */
export async function buildIssues(
  workspace: Workspace,
  options: BuildOptions,
): Promise<BuildResults> {
  const { settings, diagnostics } = await loadSettings(workspace);
  const { issues, misnamed } = chooseIssues(await listIssues(workspace), options.slugs);
  const shared = [...diagnostics, ...misnamed];
  if (settings === null) return { issues: [], diagnostics: shared, failure: null };

  const manifest = await readManifest(workspace.root, settings.store);
  const results: BuildResult[] = [];
  let opened: OpenedPress | null = null;
  let failure: UserError | null = null;
  for (const issue of issues) {
    if (options.signal.aborted) break;
    const start = options.clock();
    let built = options.force ? null : reuse(manifest, issue.slug, settings.hash);
    if (built === null) {
      opened ??= await openPress(settings);
      if (opened.press === null) break;
      // What renders is loaded only now: a build that finds nothing to do is done without it.
      const { buildIssue } = await import('./printing.ts');
      const before = manifest.last(issue.slug);
      built = await buildIssue(opened.press, issue, settings.hash, before).catch(
        (error: unknown) => {
          if (!(error instanceof UserError)) throw error;
          failure ??= error;
          return { status: 'failed', record: null, diagnostics: [] } as const;
        },
      );
      if (built.record === null) manifest.invalidate(issue.slug);
      else manifest.record(issue.slug, built.record);
    }
    const result = toResult(issue.slug, built, options.clock() - start);
    results.push(result);
    await options.onIssue(result, results.length, issues.length);
  }
  await manifest.save();
  if (opened !== null) await settings.store.prune(cacheEntries);
  const theme = await themeWarnings(settings, opened);
  return { issues: results, diagnostics: [...shared, ...theme], failure };
}

// --- internal ---

/** What the theme was compiled with, also when it wasn't opened because nothing was to be built. */
async function themeWarnings(
  { store, hash }: Settings,
  opened: OpenedPress | null,
): Promise<readonly Diagnostic[]> {
  const key = `theme-warnings-${hash}`;
  if (opened === null) return JSON.parse((await store.get(key)) ?? '[]') as Diagnostic[];
  if (opened.press !== null) await store.set(key, JSON.stringify(opened.diagnostics));
  return opened.diagnostics;
}

function reuse(manifest: Manifest, slug: string, settings: string): BuiltIssue | null {
  const record = manifest.unchanged(slug, settings);
  if (record === null) return null;
  return { status: 'unchanged', record, diagnostics: record.diagnostics };
}

function toResult(slug: string, built: BuiltIssue, ms: number): BuildResult {
  const { status, record, diagnostics } = built;
  return {
    slug,
    status,
    files: record === null ? [] : Object.keys(record.outputs),
    words: record?.words ?? 0,
    minutes: record?.minutes ?? 0,
    htmlBytes: record?.htmlBytes ?? 0,
    ms,
    diagnostics,
  };
}
