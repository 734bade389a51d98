import { describe, expect, it } from 'vitest';
import { sponsorFirst } from '../../../../src/check/rules/sponsor-first.ts';
import { markedIn } from '../../../support/rule-examples.ts';

describe('the rule sponsor-first', () => {
  it('counts the words of all that stands before', async () => {
    const issue = `
- kind: intro
  greeting: Hello,
  body: A short word.
- kind: topic
  heading: Planks
  body: This topic has the rest of the words that a letter needs before a sponsor may come, and more.
- kind: sponsor
  name: Oak
  url: https://oak.example
  body: Oak.`;
    expect(await markedIn(sponsorFirst, { issue })).toEqual([]);
  });
});
