import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeFiles } from '../../support/galley.ts';
import { arbitraryIssue } from '../../support/arbitrary-issue.ts';
import { checkAll, exampleFiles, freshWorkspace } from '../../support/rule-examples.ts';
import { rules } from '../../../src/check/registry.ts';

describe('the rules over valid issues', () => {
  it('report no error, and break at nothing', { timeout: 120_000 }, async () => {
    const issues = fc.sample(arbitraryIssue(), { numRuns: 200, seed: 6 });
    const root = await freshWorkspace();
    await writeFiles(root, {
      'newsletter.config.yaml': exampleFiles({})['newsletter.config.yaml'] ?? '',
      ...Object.fromEntries(
        issues.map((issue, index) => [`issues/issue-${index}.json`, JSON.stringify(issue)]),
      ),
    });
    const checked = await checkAll(root, rules);
    const all = [...checked.diagnostics, ...checked.issues.flatMap((one) => one.diagnostics)];
    expect(all.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(checked.issues).toHaveLength(200);
    // They are made of odd texts: the rules have looked.
    expect(all.length).toBeGreaterThan(200);
  });
});
