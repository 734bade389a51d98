import { describe, expect, it } from 'vitest';
import { leftover } from '../../../../src/check/rules/leftover.ts';
import { markedInProse } from '../../../support/rule-examples.ts';

describe('the rule leftover', () => {
  it.each([
    'I left a TODO in the code.',
    'My TODO list is long.',
    '`TODO: later` is code.',
    '```\nTODO: later\n```',
    '> TODO: somebody else wrote this.',
    'Todos of all kinds.',
    'We say todo: it is a word.',
  ])('is silent about %j', async (prose) => {
    expect(await markedInProse(leftover, prose)).toEqual([]);
  });

  it.each([
    ['TODO: write this', 'TODO'],
    ['The rest [TBD] follows.', 'TBD'],
    ['FIXME', 'FIXME'],
    ['It is a start. TODO say more.', 'TODO'],
    ['Todo: write this', 'Todo'],
    ['Here comes *lorem ipsum* again.', 'lorem ipsum'],
    ['> Lorem ipsum in a quotation.', 'Lorem ipsum'],
  ])('marks in %j', async (prose, ...marked) => {
    expect(await markedInProse(leftover, prose)).toEqual(marked);
  });
});
