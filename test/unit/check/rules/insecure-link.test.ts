import { describe, expect, it } from 'vitest';
import { insecureLink } from '../../../../src/check/rules/insecure-link.ts';
import { markedInProse } from '../../../support/rule-examples.ts';

describe('the rule insecure-link', () => {
  it.each(['[A](https://a.example/http://b)', '`http://a.example`'])(
    'is silent about %j',
    async (prose) => {
      expect(await markedInProse(insecureLink, prose)).toEqual([]);
    },
  );

  it.each([
    ['[A](http://a.example/b)', 'http://a.example/b'],
    ['![A](HTTP://a.example/b.png)', 'HTTP://a.example/b.png'],
  ])('marks in %j', async (prose, ...marked) => {
    expect(await markedInProse(insecureLink, prose)).toEqual(marked);
  });
});
