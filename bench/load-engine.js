import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { plainFields } from '../scripts/build/package-plugins.js';
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
      plugins: [withoutMjml(), bundledMarkdown(), plainFields()],
      logLevel: 'warning',
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

// --- internal ---

/** Bundles the parser of Markdown as the build does, which makes it faster. */
function bundledMarkdown() {
  return {
    name: 'bundled-markdown',
    setup(host) {
      host.onResolve({ filter: /^markdown-it$/ }, ({ path }) => ({
        path: fileURLToPath(import.meta.resolve(path)),
      }));
    },
  };
}

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
