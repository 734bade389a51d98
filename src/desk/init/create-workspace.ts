import { readdirSync } from 'node:fs';
import { UserError } from '../../diagnostics/user-error.ts';
import { writeNewFiles } from '../../files/write-new-files.ts';
import type { WorkspaceRequest } from './plan-workspace.ts';
import { planWorkspace } from './plan-workspace.ts';

/**
 * Makes a workspace in a folder, which may be there already, and gives the paths of its files.
 * Throws a UserError when a file of it is in the way, with nothing written.
 */
export async function createWorkspace(
  root: string,
  request: WorkspaceRequest,
): Promise<readonly string[]> {
  refuseConfig(root);
  const files = await planWorkspace(request);
  writeNewFiles(root, files);
  return [...files.keys()];
}

/** Throws a UserError when there is a workspace already: before anything is asked. */
export function refuseConfig(root: string): void {
  const names = namesIn(root);
  const config = names.find((name) => /^newsletter\.config\.(?:ts|yaml|yml|json)$/.test(name));
  if (config === undefined) return;
  const message = `There is a workspace already, with its ${config}. Nothing was written.`;
  throw new UserError('existing-files', message, 'galley new makes the next issue in it.');
}

// --- internal ---

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Not there yet, or no folder, which writing then says.
    return [];
  }
}
