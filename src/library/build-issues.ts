import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { hasErrors } from '../diagnostics/diagnostic.ts';
import type { BuildResult } from '../press/build-issues.ts';
import type { Workspace } from './workspace.ts';
import { innerOf } from './workspace.ts';

/** What to build, and how. */
export interface BuildOptions {
  /** The issues to build; all of them if left out or empty. */
  readonly slugs?: readonly string[] | undefined;
  /** Builds also what has not changed. */
  readonly force?: boolean | undefined;
  /** Stops the build after the issue at hand: the `signal` of an `AbortController`. */
  readonly signal?: { readonly aborted: boolean } | undefined;
  /** Told of each issue as it is done; the build waits for what it returns. */
  readonly onIssue?:
    ((result: BuildResult, done: number, total: number) => Promise<void> | void) | undefined;
}

/** What became of a build. */
export interface BuildResults {
  /** True when there is no error, in no issue and not in config or theme. */
  readonly ok: boolean;
  /** One for each issue, in the order of their slugs. */
  readonly issues: readonly BuildResult[];
  /** What is wrong with config, theme or the names of issues. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Does what `galley build` does: writes `out/<slug>/` for every issue that changed since the last
 * build. It reads config and theme anew. An issue with errors keeps its last good output and doesn't
 * stop the others.
 *
 * Throws a `UserError`: `unknown-issue` for a slug that is none, and `cannot-write` where a file
 * can't be written, when the other issues are done.
 */
export async function buildIssues(
  workspace: Workspace,
  options: BuildOptions = {},
): Promise<BuildResults> {
  const { folders } = innerOf(workspace);
  const { buildIssues: build } = await import('../press/build-issues.ts');
  const { slugs = [], force = false, signal = { aborted: false }, onIssue } = options;
  const { issues, diagnostics, failure } = await build(folders, {
    slugs,
    force,
    signal,
    clock: () => performance.now(),
    onIssue: onIssue ?? (() => undefined),
  });
  if (failure !== null) throw failure;
  const all = [...diagnostics, ...issues.flatMap((issue) => issue.diagnostics)];
  return { ok: !hasErrors(all), issues, diagnostics };
}
