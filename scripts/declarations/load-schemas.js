import { loadModule } from '../load-module.js';

const MODULES = [
  'diagnostics/codes.ts',
  'issue/schema.ts',
  'schema/fields.ts',
  'workspace/publication.ts',
];

/** The schemas and codes of the sources. */
export function loadSchemas() {
  return loadModule(MODULES.map((path) => `export * from './src/${path}';`).join('\n'));
}
