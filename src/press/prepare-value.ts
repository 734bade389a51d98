import { join } from 'node:path';
import { validateIssue } from '../issue/load-issue.ts';
import type { Source } from '../source/source.ts';
import { toProblem } from '../source/stretch.ts';
import { copyData } from '../source/typescript/copy-data.ts';
import { toDiagnostic } from '../workspace/place-problems.ts';
import type { Press } from './press.ts';
import type { PreparedIssue } from './print-issue.ts';
import { completeIssue } from './print-issue.ts';

/**
 * Prepares an issue that is a value in memory. Its pictures' paths start at `folder`, absolute. What
 * is wrong with it has a path, but no place in a file: reports say `name` instead. Throws what a
 * getter or a proxy in the value throws.
 */
export async function prepareValue(
  press: Press,
  value: unknown,
  { folder, name }: { readonly folder: string; readonly name: string },
): Promise<PreparedIssue> {
  const { workspace } = press;
  const file = join(folder, 'issue');
  const copied = copyData(value);
  if (!copied.ok) {
    const problem = toProblem(copied.complaint);
    const diagnostic = toDiagnostic(workspace, { problem, place: { file } });
    const nothing = { ready: null, renderable: null, source: null, files: [] };
    return withoutPlaces({ ...nothing, diagnostics: [diagnostic] }, name);
  }
  const source = sourceOf(file, copied.value);
  const prepared = await completeIssue(press, file, await validateIssue(workspace, source));
  return withoutPlaces(prepared, name);
}

// --- internal ---

function sourceOf(file: string, value: unknown): Source {
  let count = 0;
  return {
    file,
    value,
    files: [],
    // Each problem at a place of its own: those of one place would be taken for one mistake.
    locate: () => Promise.resolve({ file, line: 1, column: ++count, endColumn: count }),
    find: () => Promise.resolve(null),
  };
}

function withoutPlaces(prepared: PreparedIssue, name: string): PreparedIssue {
  const nowhere = { file: name, line: null, column: null, endColumn: null };
  return {
    ...prepared,
    diagnostics: prepared.diagnostics.map((diagnostic) => ({ ...diagnostic, ...nowhere })),
  };
}
