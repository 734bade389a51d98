// Bundles the CLI and the library into dist/: one entry each, and lazy parts that they share.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundlePage } from './build/bundle-page.js';
import { compilePrograms } from './build/compile-programs.js';
import { slimCaniemail } from './build/caniemail-plugin.js';
import { declarations } from './declarations/declarations.js';
import { bundleEsbuild } from './build/esbuild-plugin.js';
import { fewChunks } from './build/few-chunks.js';
import { slimMjml } from './build/mjml-plugin.js';
import { lateNodeModules, plainFields, slimNodemailer } from './build/package-plugins.js';
import { replaceFolder } from './build/replace-folder.js';

const root = new URL('..', import.meta.url);

/** A hash of everything that is bundled: our sources, and the versions of the packages. */
function buildId() {
  const hash = createHash('sha256').update(readFileSync(new URL('package-lock.json', root)));
  for (const file of readdirSync(new URL('src', root), { recursive: true }).sort()) {
    if (/\.(?:ts|css|html|svg)$/.test(file))
      hash.update(readFileSync(new URL(`src/${file}`, root)));
  }
  return hash.digest('hex').slice(0, 16);
}

const folder = fileURLToPath(root);
/** `dist` stays as it is until all is built. */
const outdir = await mkdtemp(join(folder, 'node_modules', '.galley-'));
process.on('exit', () => rmSync(outdir, { recursive: true, force: true }));

/** What was CommonJS asks for Node's own modules with require(). */
const banner =
  "import{createRequire as $createRequire}from'node:module';const require=$createRequire(import.meta.url);";

/** Takes the banner out of the parts that don't need it: 2 ms of each start. */
async function dropBanners(folder) {
  for (const name of await readdir(folder)) {
    const file = join(folder, name);
    const code = (await readFile(file, 'utf8')).replace(`${banner}\n`, '');
    if (!/\brequire\b/.test(code)) await writeFile(file, code);
  }
}

await bundlePage({ outdir: join(outdir, 'page') });
const options = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  define: { GALLEY_BUILD: JSON.stringify(buildId()) },
  target: 'node20.19',
  // The same code as ES modules: less of it is bundled, and what is needs no wrappers.
  alias: { yaml: fileURLToPath(new URL('node_modules/yaml/browser/dist/index.js', root)) },
  // Installed beside Galley: a hundred grammars, of which few are loaded.
  external: ['@shikijs/langs'],
  plugins: [
    bundleEsbuild(),
    slimMjml(),
    slimCaniemail(),
    slimNodemailer(),
    lateNodeModules(),
    plainFields(),
  ],
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  banner: { js: banner },
  logLevel: 'warning',
};
await build({
  ...options,
  entryPoints: {
    bin: 'src/bin.ts',
    index: 'src/index.ts',
    'watch-thread': 'src/preview/watch/watch-thread.ts',
  },
  outdir,
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  plugins: [
    ...options.plugins,
    fewChunks([
      [/^src\/cli\/(?!commands\/)/, ['src/cli/run.ts']],
      // Every command works on a workspace, and nothing is loaded without a command.
      [/^src\//, ['src/cli/run.ts', 'src/press/open-press.ts']],
    ]),
  ],
});
await dropBanners(join(outdir, 'chunks'));
await mkdir(join(outdir, 'programs'));
for (const [name, program] of await compilePrograms(options)) {
  await writeFile(join(outdir, 'programs', name), program);
}
await writeFile(join(outdir, 'index.d.ts'), await declarations());
await replaceFolder(outdir, join(folder, 'dist'), ['bin.js', 'index.js']);
