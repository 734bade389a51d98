import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkWorkspace } from '../../../src/check/check-workspace.ts';
import { exampleDay } from '../../support/rule-examples.ts';
import { workspaceAt } from '../../../src/workspace/workspace.ts';

describe('the issues of this repository', () => {
  it('are clean, the sent ones too', async () => {
    const root = fileURLToPath(new URL('../../..', import.meta.url));
    const { diagnostics, issues } = await checkWorkspace(workspaceAt(root), {
      slugs: ['2026-10', '2026-11', '2026-recap'],
      today: exampleDay,
      clock: () => 0,
      signal: new AbortController().signal,
    });
    expect(diagnostics).toEqual([]);
    expect(issues.flatMap((issue) => issue.diagnostics)).toEqual([]);
  });
});
