import { mkdir, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { replaceFolder } from '../../../../scripts/build/replace-folder.js';
import { writeFiles } from '../../../support/galley.ts';
import { makeTempFolder } from '../../../support/make-temp-folder.ts';

it('gives a folder the files of another, and takes away what is no longer there', async () => {
  const root = await makeTempFolder();
  const [from, to] = [join(root, 'new'), join(root, 'dist')];
  await writeFiles(to, { 'bin.js': 'old', 'chunks/old.js': 'old', 'chunks/same.js': 'old' });
  await writeFiles(from, { 'bin.js': 'new', 'chunks/new.js': 'new', 'chunks/same.js': 'new' });
  await replaceFolder(from, to, ['bin.js']);
  expect((await readdir(to, { recursive: true })).sort()).toEqual(
    ['bin.js', 'chunks', join('chunks', 'new.js'), join('chunks', 'same.js')].sort(),
  );
  expect(await readFile(join(to, 'bin.js'), 'utf8')).toBe('new');
  expect(await readFile(join(to, 'chunks/same.js'), 'utf8')).toBe('new');
  expect(await readdir(root)).toEqual(['dist']);
});

it('makes the folder, and leaves the old one whole when the new one lacks an entry', async () => {
  const root = await makeTempFolder();
  const [from, to] = [join(root, 'new'), join(root, 'dist')];
  await writeFiles(from, { 'bin.js': 'first' });
  await replaceFolder(from, to, ['bin.js']);
  await mkdir(from);
  await expect(replaceFolder(from, to, ['bin.js'])).rejects.toThrow('ENOENT');
  expect(await readFile(join(to, 'bin.js'), 'utf8')).toBe('first');
});
