import type { RuleCode } from '../diagnostics/codes.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { LocatedFinding } from './check-issue.ts';
import { byPlace } from './check-issue.ts';
import { applyIgnores } from './ignore/apply-ignores.ts';
import { readIgnores } from './ignore/read-ignores.ts';

/**
 * What the rules found in config and theme, whatever the issue, once, with what is wrong in the
 * comments there. `ran` are the rules of which a comment that silences nothing is told.
 */
export async function settleShared(
  workspace: Workspace,
  configFiles: readonly string[],
  ofConfig: readonly LocatedFinding[],
  ran: ReadonlySet<RuleCode>,
): Promise<readonly Diagnostic[]> {
  const found = new Map<string, LocatedFinding>();
  for (const one of ofConfig) {
    const { code, path, file, line, column } = one.diagnostic;
    found.set(JSON.stringify([code, path, file, line, column]), one);
  }
  const files = new Set([...configFiles, ...[...found.values()].map(({ file }) => file)]);
  const ignores = await readIgnores([...files]);
  const { left, diagnostics } = applyIgnores(workspace, ignores, [...found.values()], ran);
  return [...left.map(({ diagnostic }) => diagnostic), ...diagnostics].sort(byPlace);
}
