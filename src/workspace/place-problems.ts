import type { Diagnostic, Place, Problem } from '../diagnostics/diagnostic.ts';
import { formatPath } from '../diagnostics/diagnostic.ts';
import type { Source } from '../source/source.ts';
import type { Workspace } from './workspace.ts';
import { displayPath } from './workspace.ts';

/**
 * Finds the place of each problem in the source it came from. A mistake that is written once, but
 * used in many places (a constant, an anchor), is told once, for the first of them.
 */
export async function placeProblems(
  workspace: Workspace,
  source: Source,
  problems: readonly Problem[],
): Promise<Diagnostic[]> {
  const diagnostics = new Map<string, Diagnostic>();
  for (const problem of problems) {
    const place = await source.locate(problem);
    const { code, hint, path } = problem;
    const key = JSON.stringify([code, place, withoutPath(problem.message, path), hint]);
    if (!diagnostics.has(key)) {
      diagnostics.set(key, toDiagnostic(workspace, { problem, place }));
    }
  }
  return [...diagnostics.values()];
}

/** A problem and its place (none: the file as a whole) as the value every command reports. */
export function toDiagnostic(
  workspace: Workspace,
  placed: {
    readonly problem: Omit<Problem, 'path'> & { readonly path?: Problem['path'] };
    readonly place: Place | { readonly file: string };
  },
): Diagnostic {
  const { problem, place } = placed;
  const at = 'line' in place ? place : null;
  return {
    code: problem.code,
    severity: problem.severity,
    message: problem.message,
    ...(problem.hint === undefined ? {} : { hint: problem.hint }),
    file: displayPath(workspace, place.file),
    line: at?.line ?? null,
    column: at?.column ?? null,
    endColumn: at?.endColumn ?? null,
    path: formatPath(problem.path ?? []),
  };
}

// --- internal ---

/** What a message says wherever the value is used: without its path, or that of its object. */
function withoutPath(message: string, path: Problem['path']): string {
  const [own, parent] = [path, path.slice(0, -1)].map(formatPath);
  const named = [own, parent].find(
    (one) => one !== undefined && one !== '' && message.includes(one),
  );
  return named === undefined ? message : message.replace(named, '');
}
