import { resolve } from 'node:path';
import type { OpenedPress } from '../press/open-press.ts';
import { loadSettings, openPress } from '../press/open-press.ts';
import { findWorkspace } from '../workspace/workspace.ts';
import type { Workspace } from './workspace.ts';
import { joinWorkspace } from './workspace.ts';

/**
 * Opens a workspace: reads its config and its theme. `dir` is the folder that holds `issues/`,
 * absolute or from the current folder. Mistakes in config and theme are in `diagnostics`.
 *
 * Throws a `UserError`: `missing-workspace` where there is no `issues/`, `missing-config` and
 * `duplicate-config` where there is not exactly one config.
 */
export async function loadWorkspace(dir: string): Promise<Workspace> {
  const folders = await findWorkspace(resolve(), dir);
  const { settings, publication, diagnostics } = await loadSettings(folders);
  let opening: Promise<OpenedPress> | null = null;
  return joinWorkspace(
    { root: folders.root, publication, diagnostics },
    {
      folders,
      settings,
      openPress: async () => (settings === null ? null : (opening ??= openPress(settings))),
    },
  );
}
