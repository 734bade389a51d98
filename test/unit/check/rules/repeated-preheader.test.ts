import { describe, expect, it } from 'vitest';
import { repeatedPreheader } from '../../../../src/check/rules/repeated-preheader.ts';
import { markedIn } from '../../../support/rule-examples.ts';

describe('the rule repeated-preheader', () => {
  it.each(['subject: Boats\npreheader: Boats of oak, and what became of them in the long winter.'])(
    'is silent about %j',
    async (issue) => {
      expect(await markedIn(repeatedPreheader, { issue })).toEqual([]);
    },
  );

  it.each([
    ['subject: Boats\npreheader: Boats.', 'Boats.'],
    [
      'subject: All about boats\npreheader: This month it is all ABOUT boats, and about planks.',
      'This month it is all ABOUT boats, and about planks.',
    ],
  ])('marks in %j', async (issue, ...marked) => {
    expect(await markedIn(repeatedPreheader, { issue })).toEqual(marked);
  });
});
