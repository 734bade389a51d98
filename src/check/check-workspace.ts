import type { RuleCode } from '../diagnostics/codes.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { chooseIssues } from '../press/choose-issues.ts';
import { loadSettings, openPress } from '../press/open-press.ts';
import { prepareIssue } from '../press/print-issue.ts';
import { listIssues } from '../workspace/list-issues.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { CheckedIssue, LocatedFinding } from './check-issue.ts';
import type { CheckerOptions } from './create-checker.ts';
import { createChecker } from './create-checker.ts';
import { settleShared } from './settle-shared.ts';
import { weighWarnings } from './weigh-warnings.ts';

export interface CheckOptions extends CheckerOptions {
  /** The issues to check; empty for all, of which the rules leave out what was sent. */
  readonly slugs: readonly string[];
  /** Stops the check after the issue at hand. */
  readonly signal: Pick<AbortSignal, 'aborted'>;
  /** Told of each issue as it is done. */
  readonly onIssue?: ((done: number, total: number) => void) | undefined;
}

/** What was found in a workspace. */
export interface CheckedWorkspace {
  /** What is wrong with config, theme or the names of issues. */
  readonly diagnostics: readonly Diagnostic[];
  /** Every issue that was looked at, in the order of their slugs. */
  readonly issues: readonly {
    readonly slug: string;
    /** Relative to the workspace. */
    readonly diagnostics: readonly Diagnostic[];
  }[];
  /** What can be mended, of all issues. */
  readonly fixable: readonly LocatedFinding[];
  /** How long each rule took in all, in milliseconds. */
  readonly timings: ReadonlyMap<RuleCode, number>;
}

/**
 * Validates config, theme and issues, runs the rules over the issues without errors, and writes
 * nothing but Galley's cache. Throws a UserError for a slug that is no issue.
 */
export async function checkWorkspace(
  workspace: Workspace,
  options: CheckOptions,
): Promise<CheckedWorkspace> {
  const { settings, diagnostics: ofSettings } = await loadSettings(workspace);
  const list = await listIssues(workspace);
  const { issues, misnamed } = chooseIssues(list, options.slugs);
  const shared: Diagnostic[] = [...ofSettings, ...misnamed];
  const nothing = { issues: [], fixable: [], timings: new Map<RuleCode, number>() };
  if (settings === null) return { ...nothing, diagnostics: shared };
  const { press, diagnostics: ofTheme } = await openPress(settings);
  shared.push(...ofTheme);
  if (press === null) return { ...nothing, diagnostics: shared };

  const { slugs, signal, onIssue } = options;
  const check = createChecker(settings, press, list.issues, options);
  const results: CheckedIssue[] = [];
  const checked: CheckedWorkspace['issues'][number][] = [];
  for (const issue of issues) {
    if (signal.aborted) break;
    const prepared = await prepareIssue(press, issue);
    const isPast = prepared.ready?.issue.status === 'sent' && slugs.length === 0;
    const result = isPast ? null : await check(issue.slug, prepared);
    if (result !== null) results.push(result);
    const found = result?.diagnostics ?? weighWarnings(prepared.diagnostics, press.publication);
    checked.push({ slug: issue.slug, diagnostics: found });
    onIssue?.(checked.length, issues.length);
  }
  const ofConfig = results.flatMap((result) => result.ofConfig);
  const ran = new Set(results.flatMap((result) => [...result.ran]));
  if (ran.size > 0) {
    shared.push(...(await settleShared(workspace, settings.config.files, ofConfig, ran)));
  }
  const fixable = results.flatMap((result) => result.fixable);
  const ofAll = weighWarnings(shared, press.publication);
  return { diagnostics: ofAll, issues: checked, fixable, timings: addTimings(results) };
}

// --- internal ---

function addTimings(results: readonly CheckedIssue[]): ReadonlyMap<RuleCode, number> {
  const sums = new Map<RuleCode, number>();
  for (const { timings } of results) {
    timings.forEach((ms, name) => sums.set(name, (sums.get(name) ?? 0) + ms));
  }
  return sums;
}
