import { chooseIssues } from '../press/choose-issues.ts';
import type { Press } from '../press/press.ts';
import type { PreparedIssue, ReadyIssue } from '../press/print-issue.ts';
import { listIssues } from '../workspace/list-issues.ts';
import { displayPath } from '../workspace/workspace.ts';
import type { FailedIssue } from './list-issues.ts';
import type { Workspace } from './workspace.ts';
import { innerOf } from './workspace.ts';

/** How reports name an issue. */
export interface IssueName {
  readonly slug: string;
  /** Relative to the workspace. */
  readonly file: string;
}

/** An issue without errors, ready to be printed. */
export interface Prepared extends IssueName, Pick<PreparedIssue, 'diagnostics'> {
  readonly ok: true;
  readonly press: Press;
  readonly ready: ReadyIssue;
}

/** Finds and reads an issue of a workspace. Throws a UserError where there is none of this slug. */
export async function prepareSlug(
  workspace: Workspace,
  slug: string,
): Promise<Prepared | FailedIssue> {
  const { folders } = innerOf(workspace);
  const { issues, misnamed } = chooseIssues(await listIssues(folders), [slug]);
  const [found] = issues;
  if (found === undefined) {
    return { ok: false, slug, file: misnamed[0]?.file ?? '', diagnostics: misnamed };
  }
  return prepareBy(workspace, { slug, file: displayPath(folders, found.file) }, async (press) => {
    const { prepareIssue } = await import('../press/printing.ts');
    return prepareIssue(press, found);
  });
}

/** Opens the press and prepares an issue by it; without a press, says what is wrong with it. */
export async function prepareBy(
  workspace: Workspace,
  name: IssueName,
  prepare: (press: Press) => Promise<PreparedIssue>,
): Promise<Prepared | FailedIssue> {
  const opened = await innerOf(workspace).openPress();
  const press = opened?.press ?? null;
  if (press === null) {
    const diagnostics = [...workspace.diagnostics, ...(opened?.diagnostics ?? [])];
    return { ok: false, ...name, diagnostics };
  }
  const { ready, diagnostics } = await prepare(press);
  return ready === null
    ? { ok: false, ...name, diagnostics }
    : { ok: true, ...name, press, ready, diagnostics };
}
