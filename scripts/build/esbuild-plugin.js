import { readFile } from 'node:fs/promises';

/**
 * An esbuild plugin that bundles esbuild's own JavaScript, so that only its compiler has to be
 * installed: the package of the platform, `@esbuild/…`, which has no install script. The package
 * `esbuild` has one, and npm warns of it. esbuild refuses to be bundled because it looks for the
 * compiler from its own folder; here it looks from Galley's.
 */
export function bundleEsbuild() {
  return {
    name: 'bundle-esbuild',
    setup(build) {
      build.onLoad({ filter: /[\\/]esbuild[\\/]lib[\\/]main\.js$/ }, async ({ path }) => {
        const code = await readFile(path, 'utf8');
        return { contents: replacements.reduce(replace, code) };
      });
    },
  };
}

// --- internal ---

/** What is replaced, from and up to, and by what. */
const replacements = [
  // The refusal to be bundled.
  ['if ((!ESBUILD_BINARY_PATH || false) && (path2.basename(__filename)', '\n  }\n', ''],
  // What looks into the package `esbuild`, which is not there, to explain an incomplete install.
  ['function downloadedBinPath(pkg, subpath) {', '\n}\n', ''],
  [
    'binPath = downloadedBinPath(pkg, subpath);',
    '\n      throw e;\n    }\n',
    `throw Object.assign(new Error('The compiler of .ts files, ' + pkg + ', is not installed.'), { code: 'ESBUILD_MISSING', cause: e });`,
  ],
  ['function pkgForSomeOtherPlatform() {', '\n}\n', ''],
];

function replace(code, [from, to, by]) {
  const start = code.indexOf(from);
  const end = code.indexOf(to, start);
  if (start === -1 || end === -1) throw new Error(`esbuild has no "${from}" any more.`);
  return code.slice(0, start) + by + code.slice(end + to.length);
}
