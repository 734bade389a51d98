import { readFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * An esbuild plugin that makes few chunks. esbuild gives a chunk of its own to every set of parts
 * that share a file; many lazy parts make dozens of small chunks, and each takes time to load. But a
 * lazy part never runs before what loads it. Here it says so by importing it, and what the two share
 * needs no chunk of its own any more.
 *
 * @param {readonly (readonly [part: RegExp, before: readonly string[]])[]} rules what is surely
 *   loaded before a part; all paths are relative to the repository
 */
export function fewChunks(rules) {
  return {
    name: 'few-chunks',
    setup(build) {
      build.onResolve({ filter: /^\.{1,2}\// }, ({ kind, path, resolveDir }) => {
        if (kind !== 'dynamic-import') return null;
        const file = resolve(resolveDir, path);
        const name = relative(root, file).split(sep).join('/');
        const before = rules.find(([part]) => part.test(name))?.[1];
        return before === undefined ? null : { path: file, pluginData: { before } };
      });
      build.onLoad({ filter: /\.ts$/ }, async ({ path, pluginData }) => {
        if (pluginData === undefined) return null;
        const imports = pluginData.before.map(
          (file) => `import ${JSON.stringify(join(root, file))};`,
        );
        return { contents: `${imports.join(' ')} ${await readFile(path, 'utf8')}`, loader: 'ts' };
      });
    },
  };
}

// --- internal ---

const root = fileURLToPath(new URL('../..', import.meta.url));
