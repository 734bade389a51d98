import { lstatSync, realpathSync } from 'node:fs';
import { basename, dirname, relative, sep } from 'node:path';
import { errorCode } from '../../files/error-code.ts';
import { isInside } from '../../files/is-inside.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/*
 * What a changed path has a part in. It may be a folder: then all that is in it changed.
 */

/** True when config, theme, avatar or environment may be others by now. */
export function concernsShared(
  { root, templatesDir }: Workspace,
  path: string,
  files: ReadonlySet<string>,
): boolean {
  if (dirname(path) === root && /^(?:newsletter\.config\..+|\.env)$/.test(basename(path))) {
    return true;
  }
  return isInside(templatesDir, path) || covers(path, templatesDir) || holds(path, files);
}

/** True when there may be other issues by now. `isIssue` tells the sources that are known. */
export function concernsList(
  { issuesDir }: Workspace,
  path: string,
  isIssue: (path: string) => boolean,
): boolean {
  if (covers(path, issuesDir)) return true;
  if (!isInside(issuesDir, path)) return false;
  const [first = '', second, ...rest] = relative(issuesDir, path).split(sep);
  if (rest.length > 0 || /^[._]/.test(first)) return false;
  if (second !== undefined && !/^issue\.\w+$/.test(second)) return false;
  const found = lstatSync(path, { throwIfNoEntry: false });
  // What is gone may have been a folder.
  if (found === undefined || !found.isFile()) return true;
  return /\.(?:ts|ya?ml|json)$/.test(path) && !isIssue(path);
}

/** True when an issue, a source and the files it was last made of, may be another by now. */
export function concernsIssue(
  { issuesDir }: Workspace,
  path: string,
  source: string,
  files: ReadonlySet<string>,
): boolean {
  const folder = dirname(source);
  if (folder !== issuesDir && isInside(folder, path)) return true;
  return covers(path, source) || holds(path, files);
}

/** Files by the names an author gave them, and where these lead. */
export function withTargets(files: readonly string[]): ReadonlySet<string> {
  return new Set(files.flatMap((file) => [file, targetOf(file)]));
}

/** True when a path can be found. */
export function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

// --- internal ---

function covers(path: string, file: string): boolean {
  return path === file || file.startsWith(path + sep);
}

function holds(path: string, files: ReadonlySet<string>): boolean {
  if (files.has(path)) return true;
  for (const file of files) if (file.startsWith(path + sep)) return true;
  return false;
}

function targetOf(file: string): string {
  try {
    return realpathSync.native(file);
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return file;
  }
}
