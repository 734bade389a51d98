import { mkdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeIfChanged } from '../../../src/files/write-if-changed.ts';
import { makeTempFolder } from '../../support/make-temp-folder.ts';

const LONG_AGO = new Date('2020-01-01T00:00:00Z');

async function makeOldFile(content: string): Promise<string> {
  const file = join(await makeTempFolder(), 'a.txt');
  await writeFile(file, content);
  await utimes(file, LONG_AGO, LONG_AGO);
  return file;
}

test('the same bytes leave the file and its time alone', async () => {
  const file = await makeOldFile('Grüße');
  expect(await writeIfChanged(file, 'Grüße')).toBe('unchanged');
  expect(await writeIfChanged(file, Buffer.from('Grüße'))).toBe('unchanged');
  expect((await stat(file)).mtime).toEqual(LONG_AGO);
});

test('other bytes are written, also when they are as many', async () => {
  const file = await makeOldFile('abc');
  expect(await writeIfChanged(file, 'abd')).toBe('written');
  expect(await readFile(file, 'utf8')).toBe('abd');
  expect(await writeIfChanged(file, 'abcd')).toBe('written');
  expect(await readFile(file, 'utf8')).toBe('abcd');
});

test('a missing file is written, with its folders', async () => {
  const file = join(await makeTempFolder(), 'a/b.txt');
  expect(await writeIfChanged(file, '')).toBe('written');
  expect(await readFile(file, 'utf8')).toBe('');
});

test('what can not be written is said', async () => {
  const folder = await makeTempFolder();
  await writeFile(join(folder, 'file'), 'x');
  await mkdir(join(folder, 'folder'));
  for (const name of ['file/a.txt', 'folder']) {
    await expect(writeIfChanged(join(folder, name), 'x')).rejects.toMatchObject({
      code: 'cannot-write',
    });
  }
});
