import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ignoreFolder } from '../../../src/files/ignore-folder.ts';
import { makeTempFolder } from '../../support/make-temp-folder.ts';

test('a folder of generated files ignores itself', async () => {
  const folder = join(await makeTempFolder(), 'out');
  await ignoreFolder(folder);
  expect(await readFile(join(folder, '.gitignore'), 'utf8')).toBe('*\n');
});

test('a .gitignore of the author stays', async () => {
  const folder = await makeTempFolder();
  await writeFile(join(folder, '.gitignore'), '*.tmp\n');
  await ignoreFolder(folder);
  expect(await readFile(join(folder, '.gitignore'), 'utf8')).toBe('*.tmp\n');
});
