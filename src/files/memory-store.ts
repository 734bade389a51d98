import type { Store } from './store.ts';

/** A store that lives as long as the process: for tests, and for a preview without a disk. */
export function createMemoryStore(): Store {
  const entries = new Map<string, string>();
  return {
    get: (key) => Promise.resolve(entries.get(key) ?? null),
    set: (key, text) => {
      entries.set(key, text);
      return Promise.resolve();
    },
  };
}
