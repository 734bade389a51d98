import { lstatSync } from 'node:fs';
import { UserError } from '../diagnostics/user-error.ts';
import { resolveInside } from '../files/is-inside.ts';
import type { Workspace } from './workspace.ts';
import { displayPath } from './workspace.ts';

/**
 * Throws a UserError when a file or folder to write to is a link that leads out of the workspace, or
 * to what isn't there: writing would make it, wherever that is.
 */
export function refuseLinkOut(workspace: Workspace, path: string): void {
  const shown = displayPath(workspace, path);
  const found = resolveInside(workspace.root, workspace.root, shown);
  if (found.ok) return;
  if (found.reason === 'link-outside') {
    const hint = 'Remove the link, or run Galley where it leads.';
    throw new UserError(
      'cannot-write',
      `${shown} is a link that leads out of the workspace.`,
      hint,
    );
  }
  if (found.reason === 'missing' && isLink(path)) {
    const hint = 'Remove the link, or make what it leads to.';
    throw new UserError('cannot-write', `${shown} is a link to what is not there.`, hint);
  }
}

// --- internal ---

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    // What can't be looked at can't be written either, and that is told then.
    return false;
  }
}
