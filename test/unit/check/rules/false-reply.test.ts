import { describe, expect, it } from 'vitest';
import { falseReply } from '../../../../src/check/rules/false-reply.ts';
import { markedIn } from '../../../support/rule-examples.ts';

describe('the rule false-reply', () => {
  it.each(['subject: Regarding re', 'subject: Reply to all', 'subject: Forward march'])(
    'is silent about %j',
    async (issue) => {
      expect(await markedIn(falseReply, { issue })).toEqual([]);
    },
  );

  it.each([
    ['subject: "RE: boats"', 'RE:'],
    ['subject: "Fwd : boats"', 'Fwd :'],
    ['subject: "Re[2]: boats"', 'Re[2]:'],
    ['subject: "AW: Boote"', 'AW:'],
  ])('marks in %j', async (issue, ...marked) => {
    expect(await markedIn(falseReply, { issue })).toEqual(marked);
  });
});
