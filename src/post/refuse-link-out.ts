import { UserError } from '../diagnostics/user-error.ts';
import { resolveInside } from '../files/is-inside.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { displayPath } from '../workspace/workspace.ts';

/** Throws a UserError when a file or folder to write to is a link that leads out of the workspace. */
export function refuseLinkOut(workspace: Workspace, path: string): void {
  const shown = displayPath(workspace, path);
  const found = resolveInside(workspace.root, workspace.root, shown);
  if (found.ok || found.reason !== 'link-outside') return;
  const message = `${shown} is a link that leads out of the workspace.`;
  throw new UserError('cannot-write', message, 'Remove the link, or run Galley where it leads.');
}
