import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../src/diagnostics/diagnostic.ts';
import { placeProblems } from '../../../src/workspace/place-problems.ts';
import { workspaceAt } from '../../../src/workspace/workspace.ts';
import { sourceOf } from '../../support/source-fixture.ts';

const problem = (path: Problem['path'], message: string): Problem => ({
  code: 'invalid-url',
  severity: 'error',
  message,
  path,
});

describe('problems of what is written once and used in many places', () => {
  const yaml = 'l:\n  - url: &a x\n  - url: *a\n  - url: x\n';
  const paths = [0, 1, 2].map((index) => ['l', index, 'url']);

  it('are told once, for the first of them', async () => {
    const source = await sourceOf({ 'a.yaml': yaml });
    const problems = paths.map((path) => problem(path, `l[${String(path[1])}].url is "x".`));
    const placed = await placeProblems(workspaceAt('/'), source, problems);
    expect(placed.map(({ path, line }) => [path, line])).toEqual([
      ['l[0].url', 2],
      ['l[2].url', 4],
    ]);
  });

  it('are all told when they say different things', async () => {
    const source = await sourceOf({ 'a.yaml': yaml });
    const problems = paths.map((path, index) => problem(path, `Reason ${index}.`));
    expect(await placeProblems(workspaceAt('/'), source, problems)).toHaveLength(3);
  });
});
