import { describe, expect, it } from 'vitest';
import { oneClickUnsubscribe } from '../../../../src/check/rules/one-click-unsubscribe.ts';
import { runExample } from '../../../support/rule-examples.ts';

const run = (unsubscribe: string) =>
  runExample(oneClickUnsubscribe, { config: `unsubscribe: { ${unsubscribe} }` });

describe('the rule one-click-unsubscribe', () => {
  it.each(['url: https://boats.example/leave, mailto: leave@boats.example', "tag: '*|UNSUB|*'"])(
    'is silent about %s',
    async (unsubscribe) => {
      expect(await run(unsubscribe)).toEqual([]);
    },
  );

  it.each([
    ['url: http://boats.example/leave', 'unsubscribe.url'],
    ['mailto: leave@boats.example', 'unsubscribe.mailto'],
    ["mailto: leave@boats.example, tag: '*|UNSUB|*'", 'unsubscribe.mailto'],
  ])('finds %s', async (unsubscribe, path) => {
    expect((await run(unsubscribe)).map((found) => found.path)).toEqual([path]);
  });
});
