import { describe, expect, it } from 'vitest';
import { altText } from '../../../../src/check/rules/alt-text.ts';
import { markedIn, markedInProse } from '../../../support/rule-examples.ts';

describe('the rule alt-text', () => {
  it.each([
    '![A steam box](https://a.example/box.png)',
    '![The file box.png, opened in an editor](https://a.example/box.png)',
    '![Oak](https://a.example/oak.png)',
    '![A picture of a plank](https://a.example/p.png)',
  ])('is silent about %j', async (prose) => {
    expect(await markedInProse(altText, prose)).toEqual([]);
  });

  it.each([
    ['See ![box.png](https://a.example/box.png)', 'box.png'],
    ['![IMG_2041](https://a.example/x.jpg)', 'IMG_2041'],
    ['![box-02](https://a.example/box-02.jpg)', 'box-02'],
    ['![Image](https://a.example/x.jpg)', 'Image'],
    ['![TODO](https://a.example/x.jpg)', 'TODO'],
    ['[![photo](https://a.example/x.jpg)](https://a.example)', 'photo'],
  ])('marks in %j the text alone', async (prose, ...marked) => {
    expect(await markedInProse(altText, prose)).toEqual(marked);
  });

  it('leaves English words to English letters', async () => {
    const prose = '![Image](https://a.example/x.jpg)';
    expect(await markedInProse(altText, prose, 'language: fr')).toEqual([]);
  });

  it('wants words only of an empty one that is a link', async () => {
    const block = (more: string) =>
      `- kind: topic\n  body: [{ kind: image, src: https://a.example/a.png, alt: ''${more} }]`;
    expect(await markedIn(altText, { issue: block('') })).toEqual([]);
    expect(await markedIn(altText, { issue: block(', href: https://a.example') })).toEqual(["''"]);
  });
});
