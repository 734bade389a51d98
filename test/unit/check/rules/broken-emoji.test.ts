import { describe, expect, it } from 'vitest';
import { brokenEmoji } from '../../../../src/check/rules/broken-emoji.ts';
import { markedIn, markedInProse } from '../../../support/rule-examples.ts';

describe('the rule broken-emoji', () => {
  it.each(['👩‍🔧', '🇳🇴🇩🇪', '👍🏽', '❤️', '1️⃣', '☺️', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', 'نمی‌خواهم', 'क्‍ष', 'അവന്‍', 'ه‍'])(
    'is silent about %s',
    async (prose) => {
      expect(await markedInProse(brokenEmoji, `One ${prose} two.`)).toEqual([]);
    },
  );

  it.each([
    ['🇳', '🇳'],
    ['🇳🇴🇩', '🇳🇴🇩'],
    ['👩\u200d', '\u200d'],
    ['a 🏽', '🏽'],
    ['a\u20e3', '\u20e3'],
    ['a\ufffdb', '\ufffd'],
  ])('marks in %j', async (prose, ...marked) => {
    expect(await markedInProse(brokenEmoji, `One ${prose} two.`)).toEqual(marked);
  });

  it('looks at the mark before a title', async () => {
    const issue = `
- kind: news
  items:
    - { title: One, url: https://a.example/1, mark: '🇳' }`;
    expect(await markedIn(brokenEmoji, { issue })).toEqual(["'🇳'"]);
  });
});
