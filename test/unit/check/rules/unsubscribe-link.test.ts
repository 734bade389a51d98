import { describe, expect, it } from 'vitest';
import { unsubscribeLink } from '../../../../src/check/rules/unsubscribe-link.ts';
import { runExample } from '../../../support/rule-examples.ts';

const mute = '<p style="margin:0">{{publication.name}}</p>';

async function run(unsubscribe: string, templates: Readonly<Record<string, string>> = {}) {
  const config = `unsubscribe: { ${unsubscribe} }`;
  const found = await runExample(unsubscribeLink, { config, templates });
  return found.map(({ path, message }) => [path, message]);
}

describe('the rule unsubscribe-link', () => {
  it.each([
    "url: 'https://boats.example/leave?a=1&b=2'",
    'mailto: leave@boats.example',
    "tag: '*|UNSUB|*'",
    "tag: '{{unsubscribe_url}}'",
  ])('is silent about the built-in theme with %s', async (unsubscribe) => {
    expect(await run(unsubscribe)).toEqual([]);
  });

  it.each([
    ['url: https://boats.example/leave', 'unsubscribe.url'],
    ['mailto: leave@boats.example', 'unsubscribe.mailto'],
    ["tag: '*|UNSUB|*', url: https://boats.example/leave", 'unsubscribe.tag'],
  ])('finds a footer without %s', async (unsubscribe, path) => {
    expect(await run(unsubscribe, { 'layouts/footer.mjml.hbs': mute })).toEqual([
      [path, 'The HTML of the letter has no link to unsubscribe.'],
    ]);
  });

  it('looks at the plain text, too', async () => {
    const templates = { 'layouts/footer.txt.hbs': '{{wrap publication.name}}\n' };
    expect(await run('mailto: leave@boats.example', templates)).toEqual([
      ['unsubscribe.mailto', 'The plain text of the letter has no link to unsubscribe.'],
    ]);
  });
});
