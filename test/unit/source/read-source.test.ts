import { execFileSync } from 'node:child_process';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../../src/files/memory-store.ts';
import { readSource } from '../../../src/source/read-source.ts';
import { makeTempFolder } from '../../support/make-temp-folder.ts';
import { problemsOf, writeFiles } from '../../support/source-fixture.ts';

const options = { modules: {}, cache: createMemoryStore() };

async function codeOf(file: string): Promise<string> {
  const result = await readSource(file, options);
  if (result.ok) throw new Error('It was read.');
  expect(result.files).toEqual([file]);
  expect(result.problems[0]?.place.file).toBe(file);
  return result.problems[0]?.problem.code ?? '';
}

describe("a file that can't be read", () => {
  test('is a problem when it is absent, a folder or a pipe', async () => {
    const folder = await makeTempFolder();
    await mkdir(join(folder, 'folder.yaml'));
    execFileSync('mkfifo', [join(folder, 'pipe.yaml')]);
    for (const name of [
      'absent.yaml',
      'absent.ts',
      'folder.yaml',
      'pipe.yaml',
      'absent.ts/a.json',
    ]) {
      expect(await codeOf(join(folder, name))).toBe('unreadable-source');
    }
  });

  test('is a problem when it links to itself', async () => {
    const folder = await makeTempFolder();
    await symlink('a.json', join(folder, 'a.json'));
    expect(await codeOf(join(folder, 'a.json'))).toBe('unreadable-source');
  });

  test('is a problem when it is too large', async () => {
    const folder = await makeTempFolder();
    for (const name of ['a.ts', 'a.yaml', 'a.json']) {
      await writeFile(join(folder, name), Buffer.alloc(5_000_001, 32));
      expect(await codeOf(join(folder, name))).toBe('source-too-large');
    }
  });

  test('is a problem when its ending is unknown', async () => {
    const folder = await writeFiles({ 'a.toml': '', b: '' });
    expect(await codeOf(join(folder, 'a.toml'))).toBe('unknown-source-format');
    expect(await codeOf(join(folder, 'b'))).toBe('unknown-source-format');
  });
});

describe('a file that is no UTF-8', () => {
  test('is a problem at the first wrong byte', async () => {
    const before = 'a: é👩‍👧\n# � \nb: x';
    for (const wrong of [
      [0xff],
      [0xe9, 0x20],
      [0xf0, 0x9f, 0x98],
      [0xc0, 0x80],
      [0xed, 0xa0, 0x80],
    ]) {
      const bytes = Buffer.concat([Buffer.from(before), Buffer.from(wrong), Buffer.from('\nc: 1')]);
      for (const name of ['a.yaml', 'a.ts', 'a.json']) {
        const [found] = await problemsOf({ [name]: bytes });
        expect(found?.problem.code).toBe('invalid-utf8');
        expect(found?.place).toMatchObject({ line: 3, column: 5, endColumn: 6 });
      }
    }
  });

  test('is a problem at its end when it is cut off there', async () => {
    const bytes = Buffer.from('\uFEFFa: é').subarray(0, -1);
    const [found] = await problemsOf({ 'a.yaml': bytes });
    expect(found?.place).toMatchObject({ line: 1, column: 4 });
  });

  test('is a problem when it is UTF-16', async () => {
    const [found] = await problemsOf({ 'a.yaml': Buffer.from('\uFEFFa: 1', 'utf16le') });
    expect(found?.problem).toMatchObject({ code: 'invalid-utf8', hint: 'Save the file as UTF-8.' });
  });
});

test('a relative path is taken from the working directory', async () => {
  const folder = await writeFiles({ 'a.json': '{"a":1}' });
  const file = join(folder, 'a.json');
  const result = await readSource(relative('.', file), options);
  expect(result.ok && result.source.file).toBe(file);
});

test('an ending may be written in capitals', async () => {
  const folder = await writeFiles({ 'a.YAML': 'a: 1' });
  const result = await readSource(join(folder, 'a.YAML'), options);
  expect(result.ok && result.source.value).toEqual({ a: 1 });
});
