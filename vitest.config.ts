import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const resolve = {
  alias: { galley: fileURLToPath(new URL('src/index.ts', import.meta.url)) },
};

const limits = { testTimeout: 30_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    // CI counts the tests from the file.
    reporters: process.env['CI'] ? ['default', 'json'] : ['default'],
    outputFile: { json: 'coverage/tests.json' },
    coverage: { provider: 'v8', include: ['src/**/*.ts'], reporter: ['text-summary', 'lcov'] },
    projects: [
      {
        resolve,
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts'],
          // No module of ours keeps state, so that files can share what they import: it takes
          // longer to load than to test.
          isolate: false,
          ...limits,
        },
      },
      {
        resolve,
        test: {
          name: 'whole',
          include: ['test/**/*.test.ts'],
          exclude: ['test/unit/**', 'test/postfix/**'],
          ...limits,
        },
      },
    ],
  },
});
