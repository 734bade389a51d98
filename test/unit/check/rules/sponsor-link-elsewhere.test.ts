import { describe, expect, it } from 'vitest';
import { sponsorLinkElsewhere } from '../../../../src/check/rules/sponsor-link-elsewhere.ts';
import { markedIn } from '../../../support/rule-examples.ts';

describe('the rule sponsor-link-elsewhere', () => {
  const beside = (sponsor: string, url: string) => `
- kind: sponsor
  name: Oak
  url: ${sponsor}
  body: Oak.
- kind: reading
  items: [{ title: A page, url: ${url} }]`;

  it.each([
    ['https://oak.example', 'https://elm.example'],
    ['https://oak.example', 'https://bigoak.example'],
    ['https://github.com/oak/yard', 'https://github.com/elm/yard'],
    ['mailto:oak@oak.example', 'mailto:elm@elm.example'],
  ])('is silent about %s beside %s', async (sponsor, url) => {
    expect(await markedIn(sponsorLinkElsewhere, { issue: beside(sponsor, url) })).toEqual([]);
  });

  it.each([
    ['https://oak.example', 'https://www.oak.example/blog'],
    ['https://www.oak.example', 'https://blog.oak.example/'],
    ['https://github.com/oak/yard', 'https://github.com/oak/other'],
  ])('marks beside %s the link to %s', async (sponsor, url) => {
    expect(await markedIn(sponsorLinkElsewhere, { issue: beside(sponsor, url) })).toEqual([url]);
  });
});
