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

  it('finds a date that is earlier than that of a lower number', async () => {
    const issue = 'date: 2025-11-02';
    const [found] = await runExample(issueOrder, { issue, earlier: ['date: 2026-10-05'] });
    expect(found?.message).toBe(
      'Issue 11 is of 2025-11-02, but issue 10 (2026-10) is of 2026-10-05, after it.',
    );
    expect(found?.path).toBe('date');
  });

  it('finds a date that was copied from the issue before', async () => {
    const issue = 'date: 2026-10-05';
    const [found] = await runExample(issueOrder, { issue, earlier: ['date: 2026-10-05'] });
    expect(found?.message).toBe('The issue 2026-10 has the date 2026-10-05, too.');
  });
});
