import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import mjml2html from 'mjml';
import { expect, test } from 'vitest';
import { slimMjml } from '../../../../scripts/build/mjml-plugin.js';
import { makeTempFolder } from '../../../support/make-temp-folder.ts';

const sample = `<mjml lang="en" dir="ltr">
  <mj-head><mj-title>A title</mj-title><mj-attributes><mj-all font-family="Arial" /></mj-attributes><mj-style>a { color: red }</mj-style></mj-head>
  <mj-body><mj-wrapper gap="4px"><mj-section background-url="u"><mj-group><mj-column width="40%"><mj-text>a</mj-text></mj-column><mj-column><mj-image src="x" /></mj-column></mj-group></mj-section></mj-wrapper>
  <mj-section><mj-column><mj-button href="x" colour="y">b</mj-button><mj-divider /><mj-table><tr><td>x</td></tr></mj-table><mj-social><mj-social-element name="github" href="x">G</mj-social-element></mj-social></mj-column></mj-section></mj-body>
</mjml>`;

test('the bundled MJML gives the same letter and the same complaints, from a tenth of the code', async () => {
  const { outfile, metafile } = await bundleMjml(await makeTempFolder());
  const bundled = (await import(pathToFileURL(outfile).href)) as { default: typeof mjml2html };
  const options = { fonts: {}, keepComments: false };
  const [slim, full] = [await bundled.default(sample, options), await mjml2html(sample, options)];
  expect(slim.html).toBe(full.html);
  expect(slim.errors).toEqual(full.errors);
  expect(Object.values(metafile.outputs)[0]?.bytes).toBeLessThan(700_000);
});

test('the bundled MJML runs no code that a .mjmlconfig in the current folder names', async () => {
  const folder = await makeTempFolder();
  const { outfile } = await bundleMjml(folder);
  await writeFile(path.join(folder, '.mjmlconfig'), '{ "packages": ["./component.cjs"] }');
  await writeFile(path.join(folder, 'component.cjs'), 'console.log("run");');
  const run = (module: string) =>
    promisify(execFile)(
      process.execPath,
      ['--input-type=module', '-e', `await import(${JSON.stringify(module)})`],
      { cwd: folder },
    );
  const unbundled = pathToFileURL(createRequire(import.meta.url).resolve('mjml')).href;
  expect((await run(unbundled)).stdout).toContain('run');
  expect((await run(pathToFileURL(outfile).href)).stdout).toBe('');
});

async function bundleMjml(folder: string) {
  const outfile = path.join(folder, 'mjml.mjs');
  const { metafile } = await build({
    stdin: { contents: "export { default } from 'mjml';", resolveDir: import.meta.dirname },
    ...{ outfile, bundle: true, format: 'esm', platform: 'node', metafile: true, minify: true },
    plugins: [slimMjml()],
    banner: { js: REQUIRE },
  });
  return { outfile, metafile };
}

/** What was CommonJS asks for Node’s own modules with require(). */
const REQUIRE =
  "import{createRequire as $createRequire}from'node:module';const require=$createRequire(import.meta.url);";
