import { describe, expect, it } from 'vitest';
import { sameSubject } from '../../../../src/check/rules/same-subject.ts';
import { runExample } from '../../../support/rule-examples.ts';

describe('the rule same-subject', () => {
  it('looks at earlier issues only', async () => {
    const example = { issue: 'subject: Steam', earlier: ["subject: Steam\ndate: '2026-12-02'"] };
    expect(await runExample(sameSubject, example)).toEqual([]);
  });

  it('overlooks case and punctuation', async () => {
    const example = { issue: 'subject: STEAM, again', earlier: ['subject: Steam again!'] };
    expect(await runExample(sameSubject, example)).toHaveLength(1);
  });
});
