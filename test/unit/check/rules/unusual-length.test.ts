import { describe, expect, it } from 'vitest';
import { unusualLength } from '../../../../src/check/rules/unusual-length.ts';
import { runExample } from '../../../support/rule-examples.ts';

describe('the rule unusual-length', () => {
  const words = (count: number) => `
- kind: topic
  heading: Planks
  body: ${'oak '.repeat(count)}`;
  const earlier = [words(300), words(310), words(320), words(330)];

  it('is silent near the usual length', async () => {
    for (const count of [120, 300, 900]) {
      expect(await runExample(unusualLength, { issue: words(count), earlier })).toEqual([]);
    }
  });

  it.each([
    [10, 'Is it finished?'],
    [1500, 'Would it make two?'],
  ])('finds %i words', async (count, hint) => {
    const [found] = await runExample(unusualLength, { issue: words(count), earlier });
    expect(found?.hint).toBe(hint);
  });
});
