import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { dirname, join } from 'node:path';
import { UserError } from '../diagnostics/user-error.ts';
import { errorCode } from './error-code.ts';
import { writeError } from './write-atomically.ts';

/**
 * Writes new files into a folder, all of them or none, by their paths in it. A folder that isn't
 * there yet appears with everything in it. Nothing is overwritten: throws a `UserError`
 * `existing-files` that lists what is in the way, and `cannot-write` when the system refuses; in
 * both cases the folder is as it was.
 */
export function writeNewFiles(folder: string, files: ReadonlyMap<string, string>): void {
  refuseExisting([...files.keys()].filter((path) => isThere(join(folder, path))));
  const isNew = !isThere(folder);
  const staging = join(isNew ? dirname(folder) : folder, stagingName());
  try {
    fs.mkdirSync(staging, { recursive: true });
    for (const [path, content] of files) {
      fs.mkdirSync(dirname(join(staging, path)), { recursive: true });
      fs.writeFileSync(join(staging, path), content);
    }
    if (isNew) fs.renameSync(staging, folder);
    else moveInto(folder, staging, [...files.keys()]);
  } catch (error) {
    throw writeError(error, folder);
  } finally {
    fs.rmSync(staging, { recursive: true, force: true });
  }
}

// --- internal ---

function refuseExisting(paths: readonly string[]): void {
  if (paths.length === 0) return;
  const are = paths.length === 1 ? 'This file is' : 'These files are';
  const message = `${are} there already, so nothing was written: ${paths.join(', ')}.`;
  throw new UserError('existing-files', message, 'Name another folder, or move them away.');
}

/** A link that leads to nothing is there too, and so is what stands behind a file's name. */
function isThere(path: string): boolean {
  try {
    fs.lstatSync(path);
    return true;
  } catch (error) {
    return errorCode(error) === 'ENOTDIR';
  }
}

function stagingName(): string {
  return `.galley-${randomBytes(9).toString('hex')}.tmp`;
}

/** Puts the files into place; when one can't be, takes those away again that were. */
function moveInto(folder: string, staging: string, paths: readonly string[]): void {
  const undo: (() => void)[] = [];
  try {
    for (const path of paths) {
      const target = join(folder, path);
      const made = fs.mkdirSync(dirname(target), { recursive: true });
      if (made !== undefined) {
        undo.push(() => {
          fs.rmSync(made, { recursive: true, force: true });
        });
      }
      putNew(join(staging, path), target);
      undo.push(() => {
        fs.unlinkSync(target);
      });
    }
  } catch (error) {
    for (const step of undo.reverse()) step();
    throw error;
  }
}

/** Never over a file that has come up meanwhile. */
function putNew(from: string, to: string): void {
  try {
    fs.linkSync(from, to);
  } catch (error) {
    // Some disks know no second name for a file.
    if (errorCode(error) === 'EEXIST') throw error;
    fs.copyFileSync(from, to, fs.constants.COPYFILE_EXCL);
  }
}
