import { describe, expect, it } from 'vitest';
import { imageFormat } from '../../../../src/check/rules/image-format.ts';
import { markedIn, markedInProse } from '../../../support/rule-examples.ts';

describe('the rule image-format', () => {
  it.each([
    '![Oak](https://a.example/oak.jpg)',
    '![Oak](https://a.example/oak)',
    '![Oak](https://a.example/oak.webp.png?from=x.webp)',
    '[Oak](https://a.example/oak.webp)',
  ])('is silent about %j', async (prose) => {
    expect(await markedInProse(imageFormat, prose)).toEqual([]);
  });

  it('marks the address, in prose and in every field', async () => {
    const prose = 'Some.\n\n![Oak](https://a.example/oak.AVIF?w=1)';
    expect(await markedInProse(imageFormat, prose)).toEqual(['https://a.example/oak.AVIF?w=1']);
    const issue = `- kind: sponsor
  name: Oak
  url: https://a.example
  body: Oak.
  image: https://a.example/1.webp
- kind: topic
  body:
    - { kind: links, cards: [{ title: Oak, url: https://a.example, image: https://a.example/2.webp }] }
    - { kind: video, title: Oak, url: https://a.example, thumbnail: https://a.example/3.webp }
    - { kind: image, src: https://a.example/4.webp, alt: Oak }`;
    expect(await markedIn(imageFormat, { issue })).toEqual(
      [1, 2, 3, 4].map((number) => `https://a.example/${number}.webp`),
    );
  });
});
