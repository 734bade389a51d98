import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Gives a folder the files of another one, which is gone afterwards. The folder is whole at every
 * moment, for who runs what is in it meanwhile: the `entries` come last, when all that they load is
 * there, and only then goes what is no longer needed.
 *
 * @param {string} from on the same disk
 * @param {string} to made if it is missing
 * @param {readonly string[]} entries paths in the folder
 */
export async function replaceFolder(from, to, entries) {
  const files = await listFiles(from);
  const ordered = [...files.filter((file) => !entries.includes(file)), ...entries];
  for (const file of ordered) {
    await mkdir(dirname(join(to, file)), { recursive: true });
    await rename(join(from, file), join(to, file));
  }
  const stale = (await listFiles(to)).filter((file) => !files.includes(file));
  for (const file of stale) await rm(join(to, file));
  await rm(from, { recursive: true });
}

// --- internal ---

async function listFiles(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}
