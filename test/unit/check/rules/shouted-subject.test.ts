import { describe, expect, it } from 'vitest';
import { shoutedSubject } from '../../../../src/check/rules/shouted-subject.ts';
import { markedIn } from '../../../support/rule-examples.ts';

describe('the rule shouted-subject', () => {
  it.each([
    'subject: HTML 5',
    'subject: NASA and ESA',
    'subject: 日本語の件名',
    'subject: ABRACADABRA',
  ])('is silent about %j', async (issue) => {
    expect(await markedIn(shoutedSubject, { issue })).toEqual([]);
  });

  it.each([
    ['subject: BOATS AND PLANKS!', 'BOATS AND PLANKS!'],
    ['subject: ÜBER ÄLTERE BOOTE', 'ÜBER ÄLTERE BOOTE'],
  ])('marks in %j', async (issue, ...marked) => {
    expect(await markedIn(shoutedSubject, { issue })).toEqual(marked);
  });
});
