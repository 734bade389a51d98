import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/**
 * Bundles a TypeScript module of this repository and loads it; packages stay outside.
 *
 * @param {string} path from the repository's root
 */
export async function loadModule(path) {
  const root = fileURLToPath(new URL('..', import.meta.url));
  // Inside the repository, so that its packages are found.
  const folder = await mkdtemp(join(root, 'node_modules', '.galley-'));
  try {
    const outfile = join(folder, 'module.mjs');
    const options = { bundle: true, platform: 'node', format: 'esm', packages: 'external' };
    await build({ entryPoints: [join(root, path)], outfile, ...options, logLevel: 'warning' });
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
