import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/**
 * Loads TypeScript of this repository, which Node can't run as it is.
 *
 * @param {string} contents a module whose imports begin at the repository's root
 * @param {import('esbuild').BuildOptions} options how it is bundled; packages stay outside if left out
 */
export async function loadModule(contents, options = { packages: 'external' }) {
  const root = fileURLToPath(new URL('..', import.meta.url));
  // Inside the repository, so that its packages are found.
  const folder = await mkdtemp(join(root, 'node_modules', '.galley-'));
  try {
    const outfile = join(folder, 'module.mjs');
    const stdin = { contents, resolveDir: root, loader: 'ts' };
    const common = { bundle: true, platform: 'node', format: 'esm', logLevel: 'warning' };
    await build({ ...common, ...options, stdin, outfile });
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
