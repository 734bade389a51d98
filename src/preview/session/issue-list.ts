import { UserError } from '../../diagnostics/user-error.ts';
import { errorCode } from '../../files/error-code.ts';
import type { IssueFile, IssueList } from '../../workspace/list-issues.ts';
import { listIssues } from '../../workspace/list-issues.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { IssueRow, ShownDiagnostic } from '../model.ts';
import { orShown } from './shared-state.ts';
import { showDiagnostics } from './show-diagnostics.ts';

export interface ShownList {
  readonly issues: readonly IssueFile[];
  /** What is wrong with their names, or why there are none. */
  readonly diagnostics: readonly ShownDiagnostic[];
}

/** Lists the issues. What stands in the way of that is a diagnostic. */
export async function listShown(workspace: Workspace, editor: string): Promise<ShownList> {
  const listed = await orShown(() => list(workspace));
  if (!listed.ok) return { issues: [], diagnostics: [listed.shown] };
  const { issues, misnamed } = listed.value;
  return { issues, diagnostics: showDiagnostics(workspace, editor, misnamed) };
}

/**
 * The rows as they are shown, the newest first: by date, and those not read yet by their slugs,
 * which mostly begin with it.
 */
export function sortRows(rows: readonly IssueRow[]): readonly IssueRow[] {
  const keyed = rows.map((row) => ({ row, key: row.facts?.date ?? row.slug }));
  keyed.sort((a, b) => {
    if (a.key !== b.key) return a.key < b.key ? 1 : -1;
    const [first, second] = [a.row.facts?.number ?? 0, b.row.facts?.number ?? 0];
    return second - first || (a.row.slug < b.row.slug ? 1 : -1);
  });
  return keyed.map(({ row }) => row);
}

// --- internal ---

async function list(workspace: Workspace): Promise<IssueList> {
  try {
    return await listIssues(workspace);
  } catch (error) {
    const code = errorCode(error);
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw error;
    const hint = 'Put it back: the list fills again by itself.';
    throw new UserError('missing-workspace', 'The issues/ folder is gone.', hint);
  }
}
