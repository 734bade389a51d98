import { expect, test } from 'vitest';
import { createMemoryStore } from '../../../src/files/memory-store.ts';
import { cacheKey, compileCached, programKey } from '../../../src/template/cache.ts';
import { fixtureHelpers, fixtureShape, fixtureTokens } from '../../support/compile-fixture.ts';
import { letterOf } from '../../support/theme.ts';

const options = {
  build: 'one',
  loadShape: () => Promise.resolve(fixtureShape),
  tokens: fixtureTokens,
  textHelpers: fixtureHelpers,
};
const letter = letterOf('<mj-raw>{{title}}</mj-raw>', { 'blocks/unused.txt.hbs': '' });

test('a theme is compiled once, and its warnings are kept with it', async () => {
  const store = createMemoryStore();
  const first = await compileCached(letter, options, store);
  const second = await compileCached(letter, options, store);
  expect(first).toMatchObject({ ok: true, cached: false, warnings: [{ code: 'unused-template' }] });
  expect(second).toEqual({ ...first, cached: true });
});

test('a theme with errors is not kept', async () => {
  const store = createMemoryStore();
  const broken = letterOf('<mj-raw>{{titel}}</mj-raw>');
  for (let run = 0; run < 2; run++) {
    expect(await compileCached(broken, options, store)).toMatchObject({ ok: false, cached: false });
  }
});

test.each(['', 'garbage', 'cut off', 'changed'])(
  'a damaged entry is compiled again: %s',
  async (damage) => {
    const store = createMemoryStore();
    const key = cacheKey(letter, options);
    await compileCached(letter, options, store);
    const entry = (await store.get(key)) ?? '';
    const damaged = { 'cut off': entry.slice(0, -10), changed: entry.replace('title', 'other') }[
      damage
    ];
    await store.set(key, damaged ?? damage);
    expect(await compileCached(letter, options, store)).toMatchObject({ ok: true, cached: false });
    expect(await store.get(key)).toBe(entry);
  },
);

test.each([cacheKey, programKey])('a key changes with whatever changes the program', (keyOf) => {
  const key = (changes: Partial<Parameters<typeof cacheKey>[1]>, set = letter) =>
    keyOf(set, { ...options, ...changes });
  const keys = [
    key({}),
    key({}, letterOf('<mj-raw>{{url}}</mj-raw>', { 'blocks/unused.txt.hbs': '' })),
    key({}, letterOf('<mj-raw>{{title}}</mj-raw>', { 'blocks/other.txt.hbs': '' })),
    key({ tokens: { ...fixtureTokens, pad: 25 } }),
    key({ build: 'two' }),
    key({ textHelpers: {} }),
    key({ trace: true }),
    key({ minify: false }),
  ];
  expect(new Set(keys).size).toBe(keys.length);
  expect(key({ trace: false, minify: true })).toBe(keys[0]);
});

test('a program has one name wherever its templates lie, unlike the warnings about them', () => {
  const moved = new Map(
    [...letter].map(([key, template]) => [key, { ...template, file: `/moved/${key}` }]),
  );
  expect(programKey(moved, options)).toBe(programKey(letter, options));
  expect(cacheKey(moved, options)).not.toBe(cacheKey(letter, options));
});
