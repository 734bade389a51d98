import { relative } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { resolveInside } from '../files/is-inside.ts';
import { toDiagnostic } from './place-problems.ts';
import type { Workspace } from './workspace.ts';

/**
 * What to say of a file of the workspace that is a link out of it, which is not followed, or no file
 * at all; null for one that may be read, and for one that is missing.
 */
export function checkInside(workspace: Workspace, file: string): Diagnostic | null {
  const path = relative(workspace.root, file).replaceAll('\\', '/');
  const found = resolveInside(workspace.root, workspace.root, path);
  if (found.ok || found.reason === 'missing') return null;
  return leadsOut(workspace, file);
}

/** The same for a folder. */
export function checkFolder(workspace: Workspace, folder: string): Diagnostic | null {
  const path = relative(workspace.root, folder).replaceAll('\\', '/');
  const found = resolveInside(workspace.root, workspace.root, path);
  if (found.ok || found.reason === 'missing' || found.reason === 'not-a-file') return null;
  return leadsOut(workspace, folder);
}

// --- internal ---

function leadsOut(workspace: Workspace, file: string): Diagnostic {
  const problem = {
    code: 'source-outside-workspace' as const,
    severity: 'error' as const,
    message:
      'This is no file of the workspace: it is a link that leads out of it, or no file at all.',
    hint: 'Put the file itself here.',
  };
  return toDiagnostic(workspace, { problem, place: { file } });
}
