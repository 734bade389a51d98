import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { hasErrors } from '../diagnostics/diagnostic.ts';
import type { Workspace } from './workspace.ts';
import { innerOf } from './workspace.ts';

/** What to check. */
export interface CheckOptions {
  /** The issues to check; all of them if left out or empty. */
  readonly slugs?: readonly string[] | undefined;
  /** The day to check on, as YYYY-MM-DD; today, in UTC, if left out. */
  readonly today?: string | undefined;
  /** Stops the check after the issue at hand: the `signal` of an `AbortController`. */
  readonly signal?: { readonly aborted: boolean } | undefined;
}

/** What a check found. */
export interface CheckResults {
  /** True when there is no error; there may be warnings. */
  readonly ok: boolean;
  /** Everything: of config and theme first, then of the issues in the order of their slugs. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many issues were looked at. */
  readonly checked: number;
}

/**
 * Does what `galley check` does: validates config, theme and issues, and runs the rules over the
 * issues without errors. It reads config and theme anew, asks no server, and writes nothing but
 * Galley's cache.
 *
 * Throws a `UserError` (`unknown-issue`) for a slug that is none.
 */
export async function checkIssues(
  workspace: Workspace,
  options: CheckOptions = {},
): Promise<CheckResults> {
  const { folders } = innerOf(workspace);
  const { checkWorkspace } = await import('../check/check-workspace.ts');
  const { slugs = [], signal = { aborted: false } } = options;
  const today = options.today ?? new Date().toISOString().slice(0, 'YYYY-MM-DD'.length);
  const clock = () => performance.now();
  const checked = await checkWorkspace(folders, { slugs, signal, today, clock });
  const ofIssues = checked.issues.flatMap((issue) => issue.diagnostics);
  const diagnostics = [...checked.diagnostics, ...ofIssues];
  return { ok: !hasErrors(diagnostics), diagnostics, checked: checked.issues.length };
}
