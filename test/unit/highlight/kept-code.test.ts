import { expect, test, vi } from 'vitest';
import type { Store } from '../../../src/files/store.ts';
import { createHighlighter } from '../../../src/highlight/highlight-code.ts';

vi.mock('../../../src/highlight/divide-code.ts', () => {
  throw new Error('shiki was loaded');
});

test('what the store has is given back without loading shiki', async () => {
  const store: Store = {
    get: () => Promise.resolve('[true,[[[6,"keyword"],[5,"plain"]],[],[[4,"comment"]]]]'),
    set: () => Promise.reject(new Error('nothing to keep')),
  };
  expect(await createHighlighter(store)('const x = 1\n\n// c', 'ts')).toEqual({
    lines: [
      [
        { text: 'const ', role: 'keyword' },
        { text: 'x = 1', role: 'plain' },
      ],
      [],
      [{ text: '// c', role: 'comment' }],
    ],
    known: true,
  });
});

test('text needs neither the store nor shiki', async () => {
  const store: Store = {
    get: () => Promise.reject(new Error('asked')),
    set: () => Promise.reject(new Error('asked')),
  };
  expect((await createHighlighter(store)('a', 'text')).known).toBe(true);
});

test('without an entry shiki is loaded', async () => {
  const store: Store = { get: () => Promise.resolve(null), set: () => Promise.resolve() };
  await expect(createHighlighter(store)('a', 'ts')).rejects.toThrow();
});
