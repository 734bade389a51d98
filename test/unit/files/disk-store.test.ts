import { readdir, readFile, rename, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDiskStore } from '../../../src/files/disk-store.ts';
import { makeTempFolder } from '../../support/make-temp-folder.ts';
import { runInNode } from '../../support/run-in-node.ts';

async function entriesIn(folder: string): Promise<string[]> {
  return (await readdir(folder)).map((name) => join(folder, name));
}

async function onlyEntry(folder: string): Promise<string> {
  const [file, ...others] = await entriesIn(folder);
  if (file === undefined || others.length > 0) throw new Error('expected one entry');
  return file;
}

describe('createDiskStore', () => {
  test('keeps what it was given, also for another store on the same folder', async () => {
    const folder = join(await makeTempFolder(), 'cache');
    const store = createDiskStore(folder);
    expect(await store.get('theme')).toBeNull();
    await store.set('theme', 'one');
    await store.set('theme', 'two\n');
    expect(await createDiskStore(folder).get('theme')).toBe('two\n');
    expect(await store.get('other')).toBeNull();
  });

  test('gives back any text for any key', async () => {
    const store = createDiskStore(await makeTempFolder());
    const text = fc.string({ unit: 'grapheme', maxLength: 300 });
    await fc.assert(
      fc.asyncProperty(text, text, async (key, value) => {
        await store.set(key, value);
        expect(await store.get(key)).toBe(value);
      }),
      { numRuns: 100 },
    );
  });

  test('takes keys that would be paths, and writes nowhere else', async () => {
    const root = await makeTempFolder();
    const folder = join(root, 'cache');
    const store = createDiskStore(folder);
    const keys = ['../outside', '/etc/passwd', 'a\0b', 'C:\\x', '', 'k'.repeat(5000), '.gitignore'];
    for (const key of keys) await store.set(key, `for ${key}`);
    for (const key of keys) expect(await store.get(key)).toBe(`for ${key}`);
    expect(await readdir(root)).toEqual(['cache']);
    expect(await readdir(folder)).toHaveLength(keys.length);
  });

  test('takes an entry that was cut short, at whatever place, for none', async () => {
    const folder = await makeTempFolder();
    const store = createDiskStore(folder);
    await store.set('key', 'some text that is kept');
    const file = await onlyEntry(folder);
    const whole = await readFile(file);
    for (let length = 0; length < whole.length; length++) {
      await writeFile(file, whole.subarray(0, length));
      expect(await store.get('key')).toBeNull();
    }
    await writeFile(file, whole);
    expect(await store.get('key')).toBe('some text that is kept');
  });

  test('takes a damaged or foreign entry for none, and writes over it', async () => {
    const folder = await makeTempFolder();
    const store = createDiskStore(folder);
    await store.set('key', 'text');
    const file = await onlyEntry(folder);
    const whole = await readFile(file);
    const flipped = Buffer.from(whole);
    flipped[flipped.length - 1] = 0x21;
    for (const content of [
      flipped,
      Buffer.concat([whole, whole]),
      Buffer.from('<html>'),
      Buffer.alloc(80),
    ]) {
      await writeFile(file, content);
      expect(await store.get('key')).toBeNull();
    }
    await store.set('key', 'again');
    expect(await store.get('key')).toBe('again');
  });

  test('does not give one entry for another that was moved to its place', async () => {
    const folder = await makeTempFolder();
    const store = createDiskStore(folder);
    await store.set('b', 'b');
    const place = await onlyEntry(folder);
    await rename(place, `${place}.aside`);
    await store.set('a', 'a');
    const file = (await entriesIn(folder)).find((name) => !name.startsWith(place));
    if (file === undefined) throw new Error('expected the second entry');
    await rename(file, place);
    expect(await store.get('b')).toBeNull();
  });

  test('does not keep what UTF-8 could not give back', async () => {
    const folder = await makeTempFolder();
    const store = createDiskStore(folder);
    await store.set('key', 'half \ud83d pair');
    await store.set('half \udd25', 'text');
    expect(await readdir(folder)).toEqual([]);
    expect(await store.get('key')).toBeNull();
  });

  test('does nothing on a disk that can not be written to', async () => {
    const file = join(await makeTempFolder(), 'file');
    await writeFile(file, 'x');
    const store = createDiskStore(join(file, 'cache'), { ignoreFolder: file });
    await store.set('key', 'text');
    expect(await store.get('key')).toBeNull();
    expect(await store.prune(0)).toBe(0);
    expect(await readFile(file, 'utf8')).toBe('x');
  });

  test('keeps its folder out of git when asked, and an existing .gitignore as it is', async () => {
    const root = await makeTempFolder();
    const galley = join(root, '.galley');
    const store = createDiskStore(join(galley, 'cache'), { ignoreFolder: galley });
    await store.set('key', 'text');
    expect(await readFile(join(galley, '.gitignore'), 'utf8')).toBe('*\n');
    await writeFile(join(galley, '.gitignore'), 'mine\n');
    await createDiskStore(join(galley, 'cache'), { ignoreFolder: galley }).set('key', 'text');
    expect(await readFile(join(galley, '.gitignore'), 'utf8')).toBe('mine\n');
  });

  test('is never seen half-written by another process', async () => {
    const folder = await makeTempFolder();
    const code = `
      import { createDiskStore } from './src/files/disk-store.ts';
      const store = createDiskStore(process.argv[2]);
      const bad = [];
      for (let round = 0; round < 150; round++) {
        await store.set('shared', process.argv[3].repeat(20_000));
        const text = await store.get('shared');
        if (text === null || !/^(a+|b+)$/.test(text) || text.length !== 20_000) bad.push(round);
      }
      console.log(bad.length);`;
    const runs = ['a', 'b'].map((letter) => runInNode(code, process.cwd(), [folder, letter]));
    expect(await Promise.all(runs)).toEqual(['0\n', '0\n']);
    expect(await readdir(folder)).toHaveLength(1);
  });
});

describe('prune', () => {
  async function makeAgedStore(count: number) {
    const folder = await makeTempFolder();
    const store = createDiskStore(folder);
    for (let index = 0; index < count; index++) {
      const before = await readdir(folder);
      await store.set(`key ${index}`, 'text');
      const added = (await readdir(folder)).find((name) => !before.includes(name)) ?? '';
      const time = new Date(Date.UTC(2026, 0, 1 + index));
      await utimes(join(folder, added), time, time);
    }
    return { folder, store };
  }

  test('deletes the oldest entries and keeps as many as said', async () => {
    const { store } = await makeAgedStore(5);
    expect(await store.prune(5)).toBe(0);
    expect(await store.prune(2)).toBe(3);
    const kept = await Promise.all([0, 1, 2, 3, 4].map((index) => store.get(`key ${index}`)));
    expect(kept).toEqual([null, null, null, 'text', 'text']);
  });

  test('deletes only files that the store wrote', async () => {
    const { folder, store } = await makeAgedStore(2);
    const others = ['.gitignore', 'notes.txt', 'abc.entry', `${'g'.repeat(40)}.entry`];
    for (const name of others) await writeFile(join(folder, name), 'mine');
    const leftover = '.galley-0123456789abcdef01.tmp';
    await writeFile(join(folder, leftover), 'half');
    expect(await store.prune(0)).toBe(3);
    expect((await readdir(folder)).sort()).toEqual([...others].sort());
  });

  test('finds nothing to do where there is no folder', async () => {
    const store = createDiskStore(join(await makeTempFolder(), 'none'));
    expect(await store.prune(10)).toBe(0);
  });
});
