import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** `npm run test:postfix`: not among the other tests, as it needs a Postfix. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  resolve: { alias: { galley: fileURLToPath(new URL('../../src/index.ts', import.meta.url)) } },
  test: {
    include: ['test/postfix/**/*.postfix.ts'],
    testTimeout: 60_000,
    hookTimeout: 300_000,
  },
});
