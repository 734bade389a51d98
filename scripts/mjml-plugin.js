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
        contents: stubOf(path.replace(/^.*\//, '')),
        loader: 'js',
      }));
    },
  };
}

// --- internal ---

const STUBBED =
  /^(juice|cheerio|htmlnano|cssnano-preset-lite|js-beautify|(.*\/)?mjmlconfig|(.*\/)?skeleton-loader)$/;

/** A module that says so when it is used after all. */
function stubOf(name) {
  if (name === 'mjmlconfig')
    return 'export default () => {}; export const readMjmlConfig = () => null;';
  const refuse = `() => { throw new Error('This build of MJML has no ${name}.'); }`;
  const named = { cheerio: 'load', 'js-beautify': 'html' }[name];
  return named === undefined ? `module.exports = ${refuse};` : `exports.${named} = ${refuse};`;
}
