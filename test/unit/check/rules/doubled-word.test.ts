import { describe, expect, it } from 'vitest';
import { doubledWord } from '../../../../src/check/rules/doubled-word.ts';
import { markedInProse } from '../../../support/rule-examples.ts';

describe('the rule doubled-word', () => {
  it.each([
    'I had had enough, and that that is.',
    'Duran Duran played.',
    'It was very very cold.',
    'No. No more.',
    'The plank, the plank.',
    '`the the` is code.',
    '> He said the the thing.',
    'one-one and step by step-by',
    '4 4 is a number.',
    'What it was was a plank. I told you you could.',
    'We logged in in May; the lights were turned on on Monday.',
    'Bye bye, oh oh, yada yada yada, an old old plank.',
  ])('is silent about %j', async (prose) => {
    expect(await markedInProse(doubledWord, prose)).toEqual([]);
  });

  it.each([
    ['Bend the the plank.', 'the the'],
    ['Bend *the* the plank.', 'the* the'],
    ['The the plank bends.', 'The the'],
    ['Bent in in steam.', 'in in'],
    ['It lies on on the shore.', 'on on'],
    ['[Read the](https://a.example/b) the plank.', 'the](https://a.example/b) the'],
  ])('marks in %j', async (prose, ...marked) => {
    expect(await markedInProse(doubledWord, prose)).toEqual(marked);
  });

  it('finds a word that is doubled over the end of a line', async () => {
    expect(await markedInProse(doubledWord, 'Bend the\nthe plank.')).toEqual(['the']);
  });

  it('counts only longer words in another language', async () => {
    const prose = 'Nous nous asseyons, die die das planche planche.';
    expect(await markedInProse(doubledWord, prose, 'language: fr')).toEqual(['planche planche']);
  });
});
