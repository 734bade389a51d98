import { describe, expect, it } from 'vitest';
import { linkSharedBefore } from '../../../../src/check/rules/link-shared-before.ts';
import { markedIn, runExample } from '../../../support/rule-examples.ts';

describe('the rule link-shared-before', () => {
  const earlier = [
    `
- kind: sponsor
  name: Oak
  url: https://oak.example/yard
  body: Oak.
- kind: topic
  heading: Planks
  body: '[One](https://a.example/1), [home](https://b.example), [ours](https://boats.example/2).'`,
  ];
  const linking = (url: string) => `
- kind: reading
  items: [{ title: A page, url: '${url}' }]`;

  it.each([
    'https://a.example/2',
    'https://b.example/',
    'https://boats.example/2',
    'https://oak.example/yard',
  ])('is silent about %s', async (url) => {
    const config = 'url: https://boats.example';
    expect(await markedIn(linkSharedBefore, { issue: linking(url), earlier, config })).toEqual([]);
  });

  it('says which issue had it', async () => {
    const example = { issue: linking('https://www.a.example/1/'), earlier };
    const [found] = await runExample(linkSharedBefore, example);
    expect(found?.message).toBe('https://www.a.example/1/ was in issue 10 (2026-10) already.');
  });
});
