import { relative } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { OutsideReason } from '../files/is-inside.ts';
import { resolveInside } from '../files/is-inside.ts';
import { toDiagnostic } from './place-problems.ts';
import type { Workspace } from './workspace.ts';

/**
 * What to say of a file of the workspace that is a link out of it, which is not followed, or no file
 * at all; null for one that may be read, and for one that is missing.
 */
export function checkInside(workspace: Workspace, file: string): Diagnostic | null {
  const reason = refusal(workspace, file);
  return reason === null ? null : leadsOut(workspace, file, 'file');
}

/** The same for a folder. */
export function checkFolder(workspace: Workspace, folder: string): Diagnostic | null {
  const reason = refusal(workspace, folder);
  return reason === null || reason === 'not-a-file' ? null : leadsOut(workspace, folder, 'folder');
}

// --- internal ---

function refusal({ root }: Workspace, path: string): OutsideReason | null {
  const found = resolveInside(root, root, relative(root, path).replaceAll('\\', '/'));
  return found.ok || found.reason === 'missing' ? null : found.reason;
}

function leadsOut(workspace: Workspace, file: string, what: 'file' | 'folder'): Diagnostic {
  const problem = {
    code: 'source-outside-workspace' as const,
    severity: 'error' as const,
    message: `This is no ${what} of the workspace: it is a link that leads out of it, or no ${what} at all.`,
    hint: `Put the ${what} itself here.`,
  };
  return toDiagnostic(workspace, { problem, place: { file } });
}
