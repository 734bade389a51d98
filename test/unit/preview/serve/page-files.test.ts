import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readPageFiles } from '../../../../src/preview/serve/page-files.ts';
import { writeFiles } from '../../../support/galley.ts';
import { makeTempFolder } from '../../../support/make-temp-folder.ts';

it('reads the files of the page, with their types, and nothing else', async () => {
  const folder = await makeTempFolder();
  await writeFiles(folder, {
    'index.html': '<!doctype html>',
    'app.js': 'app()',
    'app.css': 'a{}',
    'meta.json': '{}',
    'deeper/more.js': '',
  });
  const files = await readPageFiles(folder);
  expect([...files].map(([name, { type }]) => [name, type]).sort()).toEqual([
    ['app.css', 'text/css; charset=utf-8'],
    ['app.js', 'text/javascript; charset=utf-8'],
    ['index.html', 'text/html; charset=utf-8'],
  ]);
  expect(Buffer.from(files.get('app.js')?.bytes ?? []).toString()).toBe('app()');
});

it('finds none where the page was not built', async () => {
  expect(await readPageFiles(join(await makeTempFolder(), 'none'))).toEqual(new Map());
});
