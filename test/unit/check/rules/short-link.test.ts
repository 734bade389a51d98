import { describe, expect, it } from 'vitest';
import { shortLink } from '../../../../src/check/rules/short-link.ts';
import { markedInProse } from '../../../support/rule-examples.ts';

describe('the rule short-link', () => {
  it.each(['[A](https://a.example/bit.ly/x)', '[A](https://notbit.ly/x)'])(
    'is silent about %j',
    async (prose) => {
      expect(await markedInProse(shortLink, prose)).toEqual([]);
    },
  );

  it.each([
    ['[A](https://bit.ly/x)', 'https://bit.ly/x'],
    ['[A](https://www.tinyurl.com/x)', 'https://www.tinyurl.com/x'],
  ])('marks in %j', async (prose, ...marked) => {
    expect(await markedInProse(shortLink, prose)).toEqual(marked);
  });
});
