import { describe, expect, it } from 'vitest';
import { trailingSpace } from '../../../../src/check/rules/trailing-space.ts';
import { markedIn, markedInProse } from '../../../support/rule-examples.ts';

describe('the rule trailing-space', () => {
  it.each([
    'One line.\nAnother.',
    'A break  \nhere.',
    'A backslash \\ \nand more.',
    '```\ncode \nmore  \n```',
  ])('is silent about %j', async (prose) => {
    expect(await markedInProse(trailingSpace, prose)).toEqual([]);
  });

  it.each([
    ['One line. \nAnother.', ' '],
    ['One paragraph.   \n\nAnother.', '   '],
    ['A [link](https://a.example/b) \nand more.', ' '],
  ])('marks in %j', async (prose, ...marked) => {
    expect(await markedInProse(trailingSpace, prose)).toEqual(marked);
  });

  it('looks at plain lines', async () => {
    expect(await markedIn(trailingSpace, { issue: "subject: 'Boats '" })).toEqual([' ']);
  });
});
