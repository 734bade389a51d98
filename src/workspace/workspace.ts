import { stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { UserError } from '../diagnostics/user-error.ts';

/** The folders of a workspace; all paths are absolute. */
export interface Workspace {
  readonly root: string;
  readonly issuesDir: string;
  readonly templatesDir: string;
  readonly outDir: string;
  /** Galley's own state; ignores itself. */
  readonly stateDir: string;
  readonly cacheDir: string;
}

/**
 * The workspace a command works in: `dir` itself when it was named with -C, else the nearest folder
 * from `cwd` up that holds `issues/`. Throws a UserError where there is none.
 */
export async function findWorkspace(cwd: string, dir?: string): Promise<Workspace> {
  if (dir !== undefined) {
    if (dir.trim() === '')
      throw new UserError('missing-workspace', '-C names no folder.', workspaceHint);
    const root = resolve(cwd, dir);
    if (await isFolder(join(root, 'issues'))) return workspaceAt(root);
    const what = (await isFolder(root)) ? 'has no issues/ folder' : 'is not a folder';
    throw new UserError('missing-workspace', `${dir} ${what}.`, workspaceHint);
  }
  for (let root = resolve(cwd); ; root = dirname(root)) {
    if (await isFolder(join(root, 'issues'))) return workspaceAt(root);
    if (dirname(root) === root) break;
  }
  throw new UserError(
    'missing-workspace',
    'There is no issues/ folder here or above.',
    workspaceHint,
  );
}

/** The folders of the workspace at an absolute path. */
export function workspaceAt(root: string): Workspace {
  return {
    root,
    issuesDir: join(root, 'issues'),
    templatesDir: join(root, 'templates'),
    outDir: join(root, 'out'),
    stateDir: join(root, '.galley'),
    cacheDir: join(root, '.galley', 'cache'),
  };
}

/** A file's path as reports show it: relative to the workspace, with forward slashes. */
export function displayPath(workspace: Workspace, file: string): string {
  return relative(workspace.root, file).split(sep).join('/');
}

// --- internal ---

const workspaceHint =
  'Run galley in a folder that holds issues/ and newsletter.config.ts, or name one with -C DIR.';

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found?.isDirectory() ?? false;
}
