import { mkdir, readFile, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/diagnostics/user-error.ts';
import { writeNewFiles } from '../../../src/files/write-new-files.ts';
import { makeTempFolder } from '../../support/make-temp-folder.ts';

const files = new Map([
  ['a.txt', 'A'],
  ['b/c.txt', 'C'],
]);

function errorOf(folder: string, wanted: ReadonlyMap<string, string> = files): UserError {
  try {
    writeNewFiles(folder, wanted);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('It was written.');
}

async function namesIn(folder: string): Promise<string[]> {
  return (await readdir(folder, { recursive: true })).sort();
}

describe('writeNewFiles', () => {
  it('makes a folder with its files, and those above it', async () => {
    const folder = join(await makeTempFolder(), 'x', 'y');
    writeNewFiles(folder, files);
    expect(await namesIn(folder)).toEqual(['a.txt', 'b', 'b/c.txt']);
    expect(await readFile(join(folder, 'b/c.txt'), 'utf8')).toBe('C');
    expect(await namesIn(join(folder, '..'))).toEqual(['y', 'y/a.txt', 'y/b', 'y/b/c.txt']);
  });

  it('writes into a folder that is there, beside what it holds', async () => {
    const folder = await makeTempFolder();
    await mkdir(join(folder, 'b'));
    await writeFile(join(folder, 'b/other.txt'), 'O');
    writeNewFiles(folder, files);
    expect(await namesIn(folder)).toEqual(['a.txt', 'b', 'b/c.txt', 'b/other.txt']);
  });

  it('writes nothing when one file is in the way, and lists all that are', async () => {
    const folder = await makeTempFolder();
    await mkdir(join(folder, 'b'));
    await symlink('nowhere', join(folder, 'b/c.txt'));
    expect(errorOf(folder)).toMatchObject({
      code: 'existing-files',
      message: 'This file is there already, so nothing was written: b/c.txt.',
    });
    await writeFile(join(folder, 'a.txt'), 'mine');
    expect(errorOf(folder).message).toContain('a.txt, b/c.txt');
    expect(await readFile(join(folder, 'a.txt'), 'utf8')).toBe('mine');
    expect(await namesIn(folder)).toEqual(['a.txt', 'b', 'b/c.txt']);
  });

  it('takes a file where a folder should be for one that is in the way', async () => {
    const folder = await makeTempFolder();
    await writeFile(join(folder, 'b'), '');
    expect(errorOf(folder).message).toContain('b/c.txt');
    expect(errorOf(join(folder, 'b')).code).toBe('existing-files');
    expect(await namesIn(folder)).toEqual(['b']);
  });

  it('leaves the folder as it was when the system refuses', async () => {
    const folder = await makeTempFolder();
    const bad = new Map([...files, [`${'n'.repeat(300)}.txt`, '']]);
    expect(errorOf(folder, bad).code).toBe('cannot-write');
    expect(await namesIn(folder)).toEqual([]);
    expect(errorOf(join(folder, 'new'), bad).code).toBe('cannot-write');
    expect(await namesIn(folder)).toEqual([]);
  });
});
