import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const src = fileURLToPath(new URL('../../src/', import.meta.url));

const MODULES = [
  'diagnostics/codes.ts',
  'issue/schema.ts',
  'schema/fields.ts',
  'workspace/publication.ts',
];

/** The schemas and codes of the sources, which Node can't load as they are. */
export async function loadSchemas() {
  const contents = MODULES.map((path) => `export * from './${path}';`).join('\n');
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: src },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
  });
  const code = Buffer.from(outputFiles[0].contents).toString('base64');
  return import(`data:text/javascript;base64,${code}`);
}
