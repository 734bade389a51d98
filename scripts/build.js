// Bundles the CLI and the library into dist/: one entry each, and lazy parts that they share.
import { rm } from 'node:fs/promises';
import { build } from 'esbuild';
import { slimMjml } from './mjml-plugin.js';

await rm('dist', { recursive: true, force: true });
await build({
  entryPoints: ['src/bin.ts', 'src/index.ts'],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
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
