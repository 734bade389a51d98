import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { listIssues } from '../workspace/list-issues.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { chooseIssues } from './choose-issues.ts';
import { loadSettings, openPress } from './open-press.ts';

export interface CheckResults {
  readonly diagnostics: readonly Diagnostic[];
  /** How many issues were looked at. */
  readonly issues: number;
}

/**
 * Validates config, theme and issues, writing nothing to `out/`. Throws a UserError for a slug that
 * is no issue.
 */
export async function checkIssues(
  workspace: Workspace,
  slugs: readonly string[],
  signal: AbortSignal,
): Promise<CheckResults> {
  const { settings, diagnostics } = await loadSettings(workspace);
  const { issues, misnamed } = chooseIssues(await listIssues(workspace), slugs);
  const found: Diagnostic[] = [...diagnostics, ...misnamed];
  if (settings === null) return { diagnostics: found, issues: 0 };
  const opened = await openPress(settings);
  found.push(...opened.diagnostics);
  if (opened.press === null) return { diagnostics: found, issues: 0 };
  const { prepareIssue } = await import('./printing.ts');
  let checked = 0;
  for (const issue of issues) {
    if (signal.aborted) break;
    found.push(...(await prepareIssue(opened.press, issue)).diagnostics);
    checked++;
  }
  return { diagnostics: found, issues: checked };
}
