import { describe, expect, it } from 'vitest';
import { mixedQuotes } from '../../../../src/check/rules/mixed-quotes.ts';
import { markedInProse } from '../../../support/rule-examples.ts';

describe('the rule mixed-quotes', () => {
  it.each([
    ['en', 'He said "yes" and “no”.'],
    ['en', 'A board of 12" and “no”.'],
    ['de', 'Er sagte "ja" und „nein“.'],
    ['fr', 'Il dit "oui" et « non ».'],
    ['en', '“Only” curly ones of „another“ kind.'],
    ['en', 'Code `"x"` and «this».'],
    ['en', '> "yes" and «no»'],
  ])('is silent in %s about %j', async (language, prose) => {
    expect(await markedInProse(mixedQuotes, prose, `language: ${language}`)).toEqual([]);
  });

  it.each([
    ['en', 'He said "yes" and «no».', '«'],
    ['de', 'Er sagte "ja" und «nein».', '«'],
  ])('marks in %s the other style in %j', async (language, prose, ...marked) => {
    expect(await markedInProse(mixedQuotes, prose, `language: ${language}`)).toEqual(marked);
  });

  it.each([
    ['He said “no” and "yes".', '"'],
    ["It’s one and it's another.", "'"],
  ])('marks without typography in %j', async (prose, ...marked) => {
    expect(await markedInProse(mixedQuotes, prose, 'typography: false')).toEqual(marked);
  });
});
