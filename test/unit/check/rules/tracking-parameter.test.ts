import { describe, expect, it } from 'vitest';
import { trackingParameter } from '../../../../src/check/rules/tracking-parameter.ts';
import { markedIn, markedInProse } from '../../../support/rule-examples.ts';

describe('the rule tracking-parameter', () => {
  it.each([
    '[A](https://a.example/?q=utm_source)',
    '[A](https://a.example/?source=x&ref=y)',
    '[A](https://a.example/utm_source=x)',
  ])('is silent about %j', async (prose) => {
    expect(await markedInProse(trackingParameter, prose)).toEqual([]);
  });

  it.each([
    [
      '[A](https://a.example/?utm_source=x&utm_medium=y)',
      'https://a.example/?utm_source=x&utm_medium=y',
    ],
    ['<https://a.example/?p=1&fbclid=z#top>', 'https://a.example/?p=1&fbclid=z#top'],
    ['https://a.example/?gclid=1', 'https://a.example/?gclid=1'],
  ])('marks in %j', async (prose, ...marked) => {
    expect(await markedInProse(trackingParameter, prose)).toEqual(marked);
  });

  it("leaves a sponsor's own parameters alone", async () => {
    const issue = `
- kind: sponsor
  name: Oak
  url: https://oak.example?utm_source=boats
  body: Oak.`;
    expect(await markedIn(trackingParameter, { issue })).toEqual([]);
  });
});
