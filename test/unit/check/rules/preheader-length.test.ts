import { describe, expect, it } from 'vitest';
import { preheaderLength } from '../../../../src/check/rules/preheader-length.ts';
import { markedIn } from '../../../support/rule-examples.ts';

describe('the rule preheader-length', () => {
  it.each([`preheader: ${'a'.repeat(40)}`, `preheader: ${'a'.repeat(110)}`])(
    'is silent about %j',
    async (issue) => {
      expect(await markedIn(preheaderLength, { issue })).toEqual([]);
    },
  );

  it.each([
    [`preheader: ${'a'.repeat(39)}`, 'a'.repeat(39)],
    [`preheader: ${'a'.repeat(111)}`, 'a'.repeat(111)],
  ])('marks in %j', async (issue, ...marked) => {
    expect(await markedIn(preheaderLength, { issue })).toEqual(marked);
  });
});
