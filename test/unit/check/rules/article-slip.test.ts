import { describe, expect, it } from 'vitest';
import { articleSlip } from '../../../../src/check/rules/article-slip.ts';
import { markedInProse } from '../../../support/rule-examples.ts';

describe('the rule article-slip', () => {
  it.each([
    'A user, a one-off, a European and a unit wait an hour.',
    'An MP3, an npm package, an X, an honest heir.',
    'Choose a or b; a is the first.',
    'The a la carte menu, the name of the a key.',
    'Plan A is an A.',
    '> A these was said.',
    'Use the `a` a `the`.',
  ])('is silent about %j', async (prose) => {
    expect(await markedInProse(articleSlip, prose)).toEqual([]);
  });

  it.each([
    ['I like a these boats.', 'a these'],
    ['I like the a boat.', 'the a'],
    ['I like an the boat.', 'an the'],
    ['It was a apple.', 'a apple'],
    ['It was an boat.', 'an boat'],
    ['A apple fell.', 'A apple'],
    ['It waits a hour for an user.', 'a hour', 'an user'],
  ])('marks in %j', async (prose, ...marked) => {
    expect(await markedInProse(articleSlip, prose)).toEqual(marked);
  });

  it('is silent in other languages', async () => {
    expect(await markedInProse(articleSlip, 'Il est là; a un', 'language: fr')).toEqual([]);
  });
});
