// Bundles the CLI and the library into dist/: one entry each, and lazy parts that they share.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { build } from 'esbuild';
import { slimMjml } from './mjml-plugin.js';

const root = new URL('..', import.meta.url);

/** A hash of everything that is bundled: our sources, and the versions of the packages. */
function buildId() {
  const hash = createHash('sha256').update(readFileSync(new URL('package-lock.json', root)));
  for (const file of readdirSync(new URL('src', root), { recursive: true }).sort()) {
    if (file.endsWith('.ts')) hash.update(readFileSync(new URL(`src/${file}`, root)));
  }
  return hash.digest('hex').slice(0, 16);
}

await rm('dist', { recursive: true, force: true });
await build({
  entryPoints: ['src/bin.ts', 'src/index.ts'],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  define: { GALLEY_BUILD: JSON.stringify(buildId()) },
  target: 'node20.19',
  // These are installed beside Galley: a native compiler, and grammars of which few are loaded.
  external: ['esbuild', 'shiki', 'shiki/*', '@shikijs/*'],
  plugins: [slimMjml(), offlineMail()],
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  chunkNames: 'chunks/[name]-[hash]',
  // What was CommonJS asks for Node's own modules with require().
  banner: {
    js: "import{createRequire as $createRequire}from'node:module';const require=$createRequire(import.meta.url);",
  },
  logLevel: 'warning',
});

/** Messages are composed without access to the network, so nodemailer's fetch is left out. */
function offlineMail() {
  return {
    name: 'offline-mail',
    setup(build) {
      build.onLoad({ filter: /nodemailer\/dist\/esm\/fetch\/index\.js$/ }, () => ({
        contents: 'export default () => { throw new Error("URLs are not fetched."); };',
        loader: 'js',
      }));
    },
  };
}
