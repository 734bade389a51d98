// esbuild plugins that leave out of packages what Galley never runs, or that make them faster.
import { readFile } from 'node:fs/promises';

/**
 * nodemailer without its fetch, because messages are composed without access to the network, and
 * without its list of file types, which is half of its code: Galley knows what its images are.
 */
export function slimNodemailer() {
  return {
    name: 'slim-nodemailer',
    setup(build) {
      build.onLoad({ filter: /nodemailer[\\/]dist[\\/]esm[\\/]fetch[\\/]index\.js$/ }, () => ({
        contents: `export default ${refuse('URLs are not fetched.')};`,
      }));
      build.onLoad(
        { filter: /nodemailer[\\/]dist[\\/]esm[\\/]mime-funcs[\\/]mime-types\.js$/ },
        () => ({
          contents: ['detectMimeType', 'detectExtension']
            .map((name) => `export const ${name} = ${refuse('An attachment has no type.')};`)
            .join('\n'),
        }),
      );
    },
  };
}

/**
 * markdown-it with plain fields. Its classes come compiled for engines without class fields, so
 * that each field of each token is defined by calls of a helper, a tenth of the time of parsing.
 */
export function plainFields() {
  return {
    name: 'plain-fields',
    setup(build) {
      build.onLoad({ filter: /markdown-it[\\/]dist[\\/]markdown-it\.mjs$/ }, async ({ path }) => {
        const code = await readFile(path, 'utf8');
        const contents = code.replace(FIELD, '$1.$2 = (');
        if (contents === code) throw new Error(`${path} has no such fields: drop this plugin.`);
        return { contents };
      });
    },
  };
}

/**
 * Node's own modules that packages load at their start and Galley hardly ever needs, loaded when they
 * are used: 3 ms of each start.
 */
export function lateNodeModules() {
  return {
    name: 'late-node-modules',
    setup(build) {
      build.onResolve({ filter: /^node:(?:child_process|dns)$/ }, ({ path, importer }) =>
        /node_modules[\\/](?:commander|nodemailer)[\\/]/.test(importer)
          ? { path, namespace: 'late' }
          : null,
      );
      build.onLoad({ filter: /.*/, namespace: 'late' }, ({ path }) => ({
        contents: `module.exports = new Proxy({}, { get: (_, name) => require("${path}")[name] });`,
      }));
    },
  };
}

// --- internal ---

/** `_defineProperty(this, "name", ` up to the value, with or without a comment before the name. */
const FIELD = /_defineProperty\(\s*(\w+),\s*(?:\/\*\*[^]*?\*\/\s*)?"(\w+)",/g;

function refuse(message) {
  return `() => { throw new Error(${JSON.stringify(message)}); }`;
}
