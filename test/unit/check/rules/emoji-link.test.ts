import { describe, expect, it } from 'vitest';
import { emojiLink } from '../../../../src/check/rules/emoji-link.ts';
import { markedIn, markedInProse } from '../../../support/rule-examples.ts';

describe('the rule emoji-link', () => {
  it.each([
    '[Oak 🔥](https://a.example)',
    '[1](https://a.example)',
    '[→](https://a.example)',
    '🔥 [oak](https://a.example)',
    '[![🔥](https://a.example/p.png)](https://a.example)',
  ])('is silent about %j', async (prose) => {
    expect(await markedInProse(emojiLink, prose)).toEqual([]);
  });

  it.each([
    ['Oak [🔥](https://a.example).', '🔥'],
    ['Oak [👩‍👩‍👧‍👦 !](https://a.example).', '👩‍👩‍👧‍👦 !'],
    ['Oak [🇩🇪](https://a.example).', '🇩🇪'],
    ['Oak [1️⃣🔥](https://a.example).', '1️⃣🔥'],
  ])('marks in %j', async (prose, ...marked) => {
    expect(await markedInProse(emojiLink, prose)).toEqual(marked);
  });

  it('looks at titles and buttons', async () => {
    const issue = `- kind: reading
  items: [{ title: 🔥🔥, url: https://a.example/a }, { title: Oak, mark: 🔥, url: https://a.example/b }]
- kind: topic
  body: [{ kind: button, text: 👉, url: https://a.example/c }]`;
    expect(await markedIn(emojiLink, { issue })).toEqual(['🔥🔥', '👉']);
  });
});
