import { describe, expect, it } from 'vitest';
import { bareDomain } from '../../../../src/check/rules/bare-domain.ts';
import { markedInProse } from '../../../support/rule-examples.ts';

describe('the rule bare-domain', () => {
  it.each([
    'On planks.example and Node.js.',
    'Write to ada@boats.example/now.',
    '`www.planks.example`',
    'See https://www.planks.example/a.',
    '[www.planks.example](https://www.planks.example)',
    'and/or src/index.ts',
  ])('is silent about %j', async (prose) => {
    expect(await markedInProse(bareDomain, prose)).toEqual([]);
  });

  it.each([
    ['See www.planks.example.', 'www.planks.example'],
    ['See planks.example/bending, too.', 'planks.example/bending'],
    ['See (github.com/ada/boats)', 'github.com/ada/boats'],
  ])('marks in %j', async (prose, ...marked) => {
    expect(await markedInProse(bareDomain, prose)).toEqual(marked);
  });
});
