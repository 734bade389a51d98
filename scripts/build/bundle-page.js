// Bundles the preview's page for the browser: index.html, app.js, app.css and its icon.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const page = fileURLToPath(new URL('../../src/preview/page/', import.meta.url));

/** Writes the page to a folder, or only returns its files (`write: false`). */
export async function bundlePage({ outdir = 'dist/page', write = true } = {}) {
  const { outputFiles = [] } = await build({
    entryPoints: [
      `${page}app.ts`,
      { in: `${page}styles/app.css`, out: 'app' },
      `${page}index.html`,
      `${page}icon.svg`,
    ],
    entryNames: '[name]',
    outdir,
    write,
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['chrome123', 'firefox121', 'safari17.5'],
    loader: { '.html': 'copy', '.svg': 'copy' },
    legalComments: 'none',
    logLevel: 'warning',
  });
  return outputFiles;
}
