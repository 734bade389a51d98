import { describe, expect, it } from 'vitest';
import { sponsorCount } from '../../../../src/check/rules/sponsor-count.ts';
import { markedIn } from '../../../support/rule-examples.ts';

describe('the rule sponsor-count', () => {
  const sponsors = (count: number) =>
    Array.from(
      { length: count },
      (_, index) => `
- kind: sponsor
  name: Oak ${index}
  url: https://oak${index}.example
  body: Oak.`,
    ).join('');

  it('allows two, and marks each one after them', async () => {
    expect(await markedIn(sponsorCount, { issue: sponsors(2) })).toEqual([]);
    expect(await markedIn(sponsorCount, { issue: sponsors(4) })).toEqual(['sponsor', 'sponsor']);
  });

  it('allows none when the config says so', async () => {
    const example = { issue: sponsors(1), config: 'check: { maxSponsors: 0 }' };
    expect(await markedIn(sponsorCount, example)).toEqual(['sponsor']);
  });
});
