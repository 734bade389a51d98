import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const resolve = {
  alias: { galley: fileURLToPath(new URL('src/index.ts', import.meta.url)) },
};

/** Tests that put something of their own in a module's place, so that they can't share it. */
const replacing = [
  'test/unit/highlight/kept-code.test.ts',
  'test/unit/preview/session/many-issues.test.ts',
  'test/unit/source/typescript/load-bundle.test.ts',
];

const limits = { testTimeout: 60_000, hookTimeout: 120_000 };

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
          exclude: replacing,
          // No module of ours keeps state, so that files can share what they import: it takes
          // longer to load than to test.
          isolate: false,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
          ...limits,
        },
      },
      {
        resolve,
        test: {
          name: 'whole',
          // Each has a browser or commands of its own, which take more than one processor by themselves.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          include: ['test/{e2e,letter,page}/**/*.test.ts', 'test/*.test.ts', ...replacing],
          ...limits,
        },
      },
    ],
  },
});
