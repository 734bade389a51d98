import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { repository } from './paths.js';

/**
 * Bundles what is measured in this process into one file and loads it.
 *
 * @returns {Promise<typeof import('./engine.js')>}
 */
export async function loadEngine() {
  // Inside the repository, so that the packages and the built-in theme are found from there.
  const cache = join(repository, 'node_modules', '.cache');
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, 'galley-bench-'));
  const outfile = join(folder, 'engine.mjs');
  try {
    await build({
      entryPoints: [join(repository, 'bench', 'engine.js')],
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node20.19',
      packages: 'external',
      plugins: [withoutMjml()],
      logLevel: 'warning',
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

// --- internal ---

/** The tests' reference renderer hands its filled-in MJML to this, which hands it back as it is. */
function withoutMjml() {
  return {
    name: 'without-mjml',
    setup(host) {
      host.onResolve({ filter: /^mjml$/ }, ({ importer }) =>
        importer.endsWith('template-reference.ts') ? { path: 'mjml', namespace: 'as-is' } : null,
      );
      host.onLoad({ filter: /.*/, namespace: 'as-is' }, () => ({
        contents: 'export default (html) => Promise.resolve({ html, errors: [] });',
      }));
    },
  };
}
