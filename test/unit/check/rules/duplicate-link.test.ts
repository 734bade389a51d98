import { describe, expect, it } from 'vitest';
import { duplicateLink } from '../../../../src/check/rules/duplicate-link.ts';
import { markedIn, markedInProse } from '../../../support/rule-examples.ts';

describe('the rule duplicate-link', () => {
  it.each([
    '[One](https://a.example/1) and [two](https://a.example/2).',
    '[A](mailto:a@a.example) and [b](mailto:a@a.example).',
    '[A](https://a.example/#a) and [b](https://a.example/#b).',
    '[A](https://a.example/?p=1) and [b](https://a.example/?p=2).',
  ])('is silent about %j', async (prose) => {
    expect(await markedInProse(duplicateLink, prose)).toEqual([]);
  });

  it.each([
    [
      '[One](https://a.example/1) and [two](http://www.a.example/1/?utm_source=x).',
      'http://www.a.example/1/?utm_source=x',
    ],
  ])('marks in %j', async (prose, ...marked) => {
    expect(await markedInProse(duplicateLink, prose)).toEqual(marked);
  });

  it('lets a sponsor link to itself', async () => {
    const issue = `
- kind: sponsor
  name: Oak
  url: https://oak.example
  body: See [the yard](https://oak.example).`;
    expect(await markedIn(duplicateLink, { issue })).toEqual([]);
  });

  it('lets an author link to the own home page', async () => {
    const prose = '[Mine](https://ada.example/) and [mine](https://www.ada.example).';
    expect(await markedInProse(duplicateLink, prose, 'url: https://ada.example')).toEqual([]);
    expect(await markedInProse(duplicateLink, prose, 'url: https://ada.example/letters')).toEqual([
      'https://www.ada.example',
    ]);
  });
});
