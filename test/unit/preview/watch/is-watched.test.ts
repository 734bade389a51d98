import { expect, it } from 'vitest';
import { isWatched } from '../../../../src/preview/watch/is-watched.ts';

it.each([
  ['', true],
  ['issues', true],
  ['issues/2026-01.yaml', true],
  ['issues/out/issue.yaml', true],
  ['.env', true],
  ['lib/.env', false],
  ['out', false],
  ['out/2026-01/email.html', false],
  ['output.ts', true],
  ['lib/node_modules/a.js', false],
  ['.git', false],
  ['.galley/cache', false],
  ['issues/.2026-01.yaml.swp', false],
  ['issues/2026-01.yaml~', false],
])('%j is watched: %s', (path, watched) => {
  expect(isWatched('/letter', `/letter/${path}`)).toBe(watched);
});
