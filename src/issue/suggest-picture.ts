import { readdir, realpath } from 'node:fs/promises';
import { basename, dirname, posix, resolve } from 'node:path';
import { suggest } from '../diagnostics/suggest.ts';
import { isInside } from '../files/is-inside.ts';

/**
 * The path of a picture that is there, in place of one that isn't: in the same folder, which must
 * lie in `root`, with the name that is nearest. A slip, another ending, or letters in another case,
 * which only some systems take for the same. Null when there is none.
 */
export async function suggestPicture(
  root: string,
  base: string,
  source: string,
): Promise<string | null> {
  const names = await namesIn(root, resolve(base, dirname(source)));
  const pictures = names.filter((name) => /\.(?:png|jpe?g|gif)$/i.test(name));
  const nearest = suggest(basename(source), pictures);
  return nearest === null ? null : posix.join(posix.dirname(source), nearest);
}

// --- internal ---

async function namesIn(root: string, folder: string): Promise<readonly string[]> {
  try {
    const [realRoot, realFolder] = await Promise.all([realpath(root), realpath(folder)]);
    return isInside(realRoot, realFolder) ? await readdir(realFolder) : [];
  } catch {
    // Not there, or not ours to look into.
    return [];
  }
}
