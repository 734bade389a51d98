import { readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Store } from '../../../../src/files/store.ts';
import { buildBundle } from '../../../../src/source/typescript/build-bundle.ts';
import { ESBUILD_VERSION } from '../../../../src/source/typescript/load-bundle.ts';
import { readSource } from '../../../../src/source/read-source.ts';
import type { ReadResult } from '../../../../src/source/source.ts';
import { modules, writeFiles } from '../../../support/source-fixture.ts';

vi.mock('../../../../src/source/typescript/build-bundle.ts', async (importOriginal) => {
  const original = await importOriginal<{ readonly buildBundle: typeof buildBundle }>();
  return { buildBundle: vi.fn(original.buildBundle) };
});
const built = vi.mocked(buildBundle);
beforeEach(() => {
  built.mockClear();
});

const files = {
  'a.ts':
    "import { l } from './_l.ts';\nimport d from './d.json';\nexport default { l, d, at: import.meta.url };",
  '_l.ts': "export const l = 'one';",
  'd.json': '{ "x": 1 }',
  'inner/_l.ts': "export const l = 'inner';",
  'inner/d.json': '{ "x": 1 }',
};

interface Setup {
  readonly folder: string;
  readonly entries: Map<string, string>;
  readonly read: (name?: string, given?: Readonly<Record<string, unknown>>) => Promise<ReadResult>;
}

async function setup(): Promise<Setup> {
  const folder = await writeFiles({ ...files, 'inner/a.ts': files['a.ts'] });
  const entries = new Map<string, string>();
  const cache: Store = {
    get: (key) => Promise.resolve(entries.get(key) ?? null),
    set: (key, text) => Promise.resolve(void entries.set(key, text)),
  };
  const read = (name = 'a.ts', given: Readonly<Record<string, unknown>> = modules) => {
    return readSource(join(folder, name), { modules: given, cache });
  };
  return { folder, entries, read };
}

function valueOf(result: ReadResult): unknown {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.source.value;
}

describe('a file that was compiled before', () => {
  test('is read the same from the cache, with its files, warnings and places', async () => {
    const { read, folder } = await setup();
    const first = await read();
    const second = await read();
    expect(built).toHaveBeenCalledTimes(1);
    expect(valueOf(second)).toEqual(valueOf(first));
    if (!first.ok || !second.ok) throw new Error('not read');
    expect(second.source.files).toEqual(first.source.files);
    expect(second.warnings).toHaveLength(1);
    expect(second.warnings).toEqual(first.warnings);
    expect(await second.source.locate({ path: ['l'] })).toEqual({
      file: join(folder, '_l.ts'),
      line: 1,
      column: 18,
      endColumn: 23,
    });
  });

  test('runs anew each time', async () => {
    const { read } = await setup();
    const [first, second] = [valueOf(await read()), valueOf(await read())];
    expect(first).not.toBe(second);
  });

  test('is placed through the source map that was kept, when it throws', async () => {
    const { read, folder } = await setup();
    await writeFile(join(folder, 'b.ts'), '// \nexport default { a: nothing };');
    const [first, second] = [await read('b.ts'), await read('b.ts')];
    expect(built).toHaveBeenCalledTimes(1);
    expect(second).toEqual(first);
    expect(second).toMatchObject({ ok: false, problems: [{ place: { line: 2, column: 21 } }] });
  });

  test('is compiled again when it or one of its imports has changed', async () => {
    const { read, folder } = await setup();
    await read();
    await writeFile(join(folder, '_l.ts'), "export const l = 'two';");
    expect(valueOf(await read())).toMatchObject({ l: 'two' });
    await writeFile(join(folder, 'd.json'), '{ "x": 2 }');
    expect(valueOf(await read())).toMatchObject({ l: 'two', d: { x: 2 } });
    await writeFile(join(folder, 'a.ts'), 'export default { a: 1 };');
    expect(valueOf(await read())).toEqual({ a: 1 });
    expect(built).toHaveBeenCalledTimes(4);
    await writeFile(join(folder, 'a.ts'), files['a.ts']);
    expect(valueOf(await read())).toMatchObject({ l: 'two', d: { x: 2 } });
    expect(built).toHaveBeenCalledTimes(4);
  });

  test('is a problem when one of its imports is gone', async () => {
    const { read, folder } = await setup();
    await read();
    await rm(join(folder, '_l.ts'));
    expect(await read()).toMatchObject({
      ok: false,
      problems: [{ problem: { code: 'unresolved-import' } }],
    });
  });

  test('is compiled again for other modules', async () => {
    const { read } = await setup();
    await read();
    await read('a.ts', { other: {} });
    expect(built).toHaveBeenCalledTimes(2);
  });

  test('is compiled for each place it is at, as its imports lead elsewhere', async () => {
    const { read } = await setup();
    await read();
    await read('inner/a.ts');
    expect(built).toHaveBeenCalledTimes(2);
    expect(valueOf(await read('inner/a.ts'))).toMatchObject({ l: 'inner' });
    expect(built).toHaveBeenCalledTimes(2);
  });

  test('is compiled again when its entry is damaged', async () => {
    const { read, entries } = await setup();
    const value = valueOf(await read());
    const [[key, entry]] = [...entries] as [[string, string]];
    const damages = [
      '',
      'x',
      '{}',
      entry.slice(0, -1),
      entry.slice(1),
      entry.replace('one', 'two'),
    ];
    for (const damaged of damages) {
      entries.set(key, damaged);
      expect(valueOf(await read())).toEqual(value);
      expect(entries.get(key)).toBe(entry);
    }
    expect(built).toHaveBeenCalledTimes(1 + damages.length);
  });
});

test('a file that could not be compiled is not kept', async () => {
  const { read, folder, entries } = await setup();
  await writeFile(join(folder, 'a.ts'), 'export default {');
  await read();
  expect(entries.size).toBe(0);
});

test('the version in the keys is that of the esbuild that is installed', async () => {
  const file = createRequire(import.meta.url).resolve('esbuild/package.json');
  const { version } = JSON.parse(await readFile(file, 'utf8')) as { version: string };
  expect(ESBUILD_VERSION).toBe(version);
});
