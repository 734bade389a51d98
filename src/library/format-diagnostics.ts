import { join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { formatDiagnostic } from '../diagnostics/format.ts';
import { readForFrame } from '../files/read-for-frame.ts';
import type { Workspace } from './workspace.ts';

/**
 * Writes diagnostics for a person, as `galley check` shows them, without colours: the place, what
 * happened, the lines around it, what to do. A blank line stands between two; empty for none.
 */
export async function formatDiagnostics(
  workspace: Workspace,
  diagnostics: readonly Diagnostic[],
): Promise<string> {
  const sources = new Map<string, string | null>();
  for (const { file } of diagnostics) {
    if (!sources.has(file)) sources.set(file, await readForFrame(join(workspace.root, file)));
  }
  return diagnostics
    .map((one) => formatDiagnostic(one, sources.get(one.file) ?? null))
    .join('\n\n');
}
