import { expect, test } from 'vitest';
import { createMemoryStore } from '../../../src/files/memory-store.ts';

test('a memory store gives back what was kept, the empty text too', async () => {
  const store = createMemoryStore();
  expect(await store.get('a')).toBeNull();
  await store.set('a', '');
  await store.set('__proto__', 'x');
  expect(await store.get('a')).toBe('');
  expect(await store.get('__proto__')).toBe('x');
  expect(await createMemoryStore().get('a')).toBeNull();
});
