import { createProseReader } from '../markdown/read-prose.ts';
import type { Settings } from '../press/open-press.ts';
import type { Press } from '../press/press.ts';
import type { PreparedIssue, PrintedIssue } from '../press/print-issue.ts';
import type { TraceIssue } from '../press/trace-issue.ts';
import type { IssueFile } from '../workspace/list-issues.ts';
import type { CheckedIssue, CheckInput } from './check-issue.ts';
import { checkIssue } from './check-issue.ts';
import { createStyleReader } from './clients/read-style.ts';
import type { Support } from './clients/support.ts';
import type { PastIssue } from './past-issues.ts';
import { rules as allRules } from './registry.ts';

export interface CheckerOptions extends Pick<CheckInput, 'today' | 'askFor' | 'clock'> {
  /** All of the registry if left out. */
  readonly rules?: CheckInput['rules'] | undefined;
  /** The other issues; read once, from the disk, if left out. */
  readonly archive?: CheckInput['archive'] | undefined;
}

/** Runs the rules over a prepared issue; a rendering that there is already spares another. */
export type CheckPrepared = (
  slug: string,
  prepared: PreparedIssue,
  printed?: PrintedIssue,
) => Promise<CheckedIssue>;

/**
 * A checker for the issues of one workspace. What they share (the archive, what reads prose and
 * styles) is made once, when it is first needed: another state of the workspace needs another one.
 */
export function createChecker(
  settings: Settings,
  press: Press,
  issues: readonly IssueFile[],
  { rules = allRules, archive = readOnce(settings, issues), ...options }: CheckerOptions,
): CheckPrepared {
  const shared = {
    press,
    config: settings.config,
    rules,
    archive,
    readProse: createProseReader(),
    readStyle: createStyleReader(),
    support: loadOnce(),
    trace: traceLater(press),
    ...options,
  };
  return (slug, prepared, printed) => checkIssue({ ...shared, slug, prepared, printed });
}

// --- internal ---

/** What renders is loaded when a rule has found something that it has to place. */
function traceLater(press: Press): TraceIssue {
  let loading: Promise<TraceIssue> | null = null;
  const load = async () => (await import('../press/trace-issue.ts')).createTracer(press);
  return async (slug, ready) => (await (loading ??= load()))(slug, ready);
}

/** The data of mail programs is loaded when a rule first asks for it. */
function loadOnce() {
  let loading: Promise<Support> | null = null;
  const load = async () => (await import('./clients/support.ts')).loadSupport();
  return () => (loading ??= load());
}

/** The archive is read when a rule first asks for it. */
function readOnce(settings: Settings, issues: readonly IssueFile[]) {
  let reading: Promise<readonly PastIssue[]> | null = null;
  const read = async () => {
    const { readArchive } = await import('../press/read-archive.ts');
    const { toPastIssues } = await import('./past-issues.ts');
    return toPastIssues(await readArchive(settings, issues));
  };
  return () => (reading ??= read());
}
