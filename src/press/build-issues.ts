import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { listIssues } from '../workspace/list-issues.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { BuiltIssue } from './build-issue.ts';
import { chooseIssues } from './choose-issues.ts';
import type { Manifest } from './manifest.ts';
import { readManifest } from './manifest.ts';
import { loadSettings, openPress } from './open-press.ts';
import type { OpenedPress } from './open-press.ts';

/** How the build of one issue ended. Sizes in bytes, times in milliseconds. */
export interface BuildResult {
  readonly slug: string;
  readonly status: 'written' | 'unchanged' | 'failed';
  /** The files of the built issue, relative to the workspace. */
  readonly files: readonly string[];
  readonly words: number;
  /** Reading time. */
  readonly minutes: number;
  readonly htmlBytes: number;
  readonly ms: number;
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
  readonly signal: AbortSignal;
  /** Told of each issue as it is done. */
  readonly onIssue: (result: BuildResult, done: number, total: number) => Promise<void> | void;
}

export interface BuildResults {
  readonly issues: readonly BuildResult[];
  /** What is wrong with config, theme or the names of issues. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Builds issues into `out/`. A broken issue keeps its last good output and doesn't stop the others.
 * Throws a UserError for a slug that is no issue, and where nothing can be written.
 */
export async function buildIssues(
  workspace: Workspace,
  options: BuildOptions,
): Promise<BuildResults> {
  const { settings, diagnostics } = await loadSettings(workspace);
  const { issues, misnamed } = chooseIssues(await listIssues(workspace), options.slugs);
  const shared = [...diagnostics, ...misnamed];
  if (settings === null) return { issues: [], diagnostics: shared };

  const manifest = await readManifest(workspace.root, settings.store);
  const results: BuildResult[] = [];
  let opened: OpenedPress | null = null;
  for (const issue of issues) {
    if (options.signal.aborted) break;
    const start = options.clock();
    let built = options.force ? null : reuse(manifest, issue.slug, settings.hash);
    if (built === null) {
      opened ??= await openPress(settings);
      if (opened.press === null) break;
      // What renders is loaded only now: a build that finds nothing to do is done without it.
      const { buildIssue } = await import('./build-issue.ts');
      built = await buildIssue(opened.press, issue, settings.hash, manifest.last(issue.slug));
      manifest.record(issue.slug, built.record);
    }
    const result = toResult(issue.slug, built, options.clock() - start);
    results.push(result);
    await options.onIssue(result, results.length, issues.length);
  }
  await manifest.save();
  // Each edit leaves an entry behind: a compiled source, a highlighted piece of code.
  if (opened !== null) await settings.store.prune(cacheEntries);
  return { issues: results, diagnostics: [...shared, ...(opened?.diagnostics ?? [])] };
}

// --- internal ---

const cacheEntries = 3000;

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
