import { describe, expect, it } from 'vitest';
import { skippedMonth } from '../../../../src/check/rules/skipped-month.ts';
import { runExample } from '../../../support/rule-examples.ts';

describe('the rule skipped-month', () => {
  const dates = (...all: readonly string[]) => all.map((date) => `date: ${date}`);

  it('goes over the turn of the year', async () => {
    const earlier = dates('2026-10-01', '2026-11-01', '2026-12-01');
    expect(await runExample(skippedMonth, { issue: 'date: 2027-01-31', earlier })).toEqual([]);
    expect(await runExample(skippedMonth, { issue: 'date: 2027-02-01', earlier })).toHaveLength(1);
  });

  it('is silent about a letter that never came every month', async () => {
    const earlier = dates('2026-02-01', '2026-05-01', '2026-08-01');
    expect(await runExample(skippedMonth, { issue: 'date: 2026-11-01', earlier })).toEqual([]);
  });

  it('waits for three issues', async () => {
    const earlier = dates('2026-07-01', '2026-08-01');
    expect(await runExample(skippedMonth, { issue: 'date: 2026-11-01', earlier })).toEqual([]);
  });
});
