/**
 * An esbuild plugin that bundles MJML without the parts that Galley never runs, which are most of
 * what it loads: inlining and minifying styles, beautifying, custom HTML attributes. The template
 * compiler refuses the elements that would need them. Left out as well is the `.mjmlconfig` file,
 * from which MJML would load code out of the current folder.
 */
export function slimMjml() {
  return {
    name: 'slim-mjml',
    setup(build) {
      build.onResolve({ filter: STUBBED }, ({ path, importer }) =>
        /node_modules[\\/]mjml/.test(importer) ? { path, namespace: 'slim-mjml' } : null,
      );
      build.onLoad({ filter: /.*/, namespace: 'slim-mjml' }, ({ path }) => ({
        contents: path === 'lodash/fp' ? FP : stubOf(path.replace(/^.*\//, '')),
        loader: 'js',
      }));
    },
  };
}

// --- internal ---

const STUBBED =
  /^(lodash\/fp|juice|cheerio|htmlnano|cssnano-preset-lite|js-beautify|(.*\/)?mjmlconfig|(.*\/)?skeleton-loader)$/;

/** A module that says so when it is used after all. */
function stubOf(name) {
  if (name === 'mjmlconfig')
    return 'export default () => {}; export const readMjmlConfig = () => null;';
  const refuse = `() => { throw new Error('This build of MJML has no ${name}.'); }`;
  const named = { cheerio: 'load', 'js-beautify': 'html' }[name];
  return named === undefined ? `module.exports = ${refuse};` : `exports.${named} = ${refuse};`;
}

/** The four functions that MJML takes from lodash/fp, which loads the whole of lodash a second time. */
const FP = `
exports.flow = (...steps) => (value) => steps.flat().reduce((result, step) => step(result), value);
exports.filter = (test) => (list) => Object.values(list ?? {}).filter(test);
exports.map = (change) => (list) => Object.values(list ?? {}).map(change);
exports.join = (separator) => (list) => list.join(separator);
exports.identity = (value) => value;
`;
