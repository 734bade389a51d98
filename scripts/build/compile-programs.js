import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadModule } from '../load-module.js';

/**
 * Compiles the built-in theme with the code that is being built, so that nobody has to wait for it.
 *
 * @param {import('esbuild').BuildOptions} options how that code is bundled
 * @returns {Promise<ReadonlyMap<string, string>>} the programs, without and with a trace, as JSON by
 *   the names of their files
 */
export async function compilePrograms(options) {
  const { compileTheme, programKey, programOptions, readTemplates, resolveTokens } =
    await loadModule(contents, options);
  const folder = join(root, 'templates', 'default');
  const templates = await readTemplates([folder]);
  const { tokens } = resolveTokens(
    {},
    JSON.parse(await readFile(join(folder, 'tokens.json'))),
    null,
  );
  const programs = new Map();
  for (const trace of [false, true]) {
    const how = programOptions({ tokens }, trace);
    const result = await compileTheme(templates, { ...how, shape: await how.loadShape() });
    const told = result.ok ? result.warnings : result.problems;
    if (told.length > 0) throw new Error(`templates/default: ${JSON.stringify(told, null, 2)}`);
    programs.set(`${programKey(templates, how)}.json`, JSON.stringify(result.theme));
  }
  return programs;
}

// --- internal ---

const root = fileURLToPath(new URL('../..', import.meta.url));

const contents = [
  "export { compileTheme } from './src/template/compile.ts';",
  "export { programKey } from './src/template/cache.ts';",
  "export { programOptions } from './src/press/compile-theme.ts';",
  "export { readTemplates } from './src/template/read-templates.ts';",
  "export { resolveTokens } from './src/render/tokens.ts';",
].join('\n');
