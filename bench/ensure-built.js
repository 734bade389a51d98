import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { runNode } from './measuring.js';
import { galleyBin, repository } from './paths.js';

/** Builds dist/ when it is missing or anything that it is made from is newer. */
export async function ensureBuilt() {
  const built = await stat(galleyBin).catch(() => null);
  const sources = ['src', 'scripts', 'package.json', 'package-lock.json'];
  const newest = Math.max(...(await Promise.all(sources.map(newestIn))));
  if (built !== null && built.mtimeMs > newest) return;
  runNode([join('scripts', 'build.js')], repository);
}

// --- internal ---

/** The time of the newest file in a folder, or of a file, in milliseconds. */
async function newestIn(name) {
  const path = join(repository, name);
  const stats = await stat(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  const files = await readdir(path, { recursive: true });
  const times = await Promise.all(files.map((file) => stat(join(path, file))));
  return Math.max(...times.map((time) => time.mtimeMs));
}
