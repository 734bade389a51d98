import { describe, expect, it } from 'vitest';
import { issueOrder } from '../../../../src/check/rules/issue-order.ts';
import { runExample } from '../../../support/rule-examples.ts';

describe('the rule issue-order', () => {
  it('finds a number that is lower than that of an older issue', async () => {
    const [found] = await runExample(issueOrder, { issue: 'number: 8', earlier: ['number: 9'] });
    expect(found?.message).toBe(
      'Issue 8 is of 2026-11-02, but issue 9 (2026-10) is of 2026-10-02, before it.',
    );
  });

  it('gives the next number in place of one that is taken', async () => {
    const example = { issue: 'number: 9', earlier: ['number: 9', 'number: 12'] };
    const [found] = await runExample(issueOrder, example);
    expect(found?.hint).toBe('The next number is 13.');
  });

  it('has nothing against a gap', async () => {
    expect(await runExample(issueOrder, { issue: 'number: 20', earlier: ['number: 9'] })).toEqual(
      [],
    );
  });
});
