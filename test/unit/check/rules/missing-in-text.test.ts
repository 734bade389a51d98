import { describe, expect, it } from 'vitest';
import { missingInText } from '../../../../src/check/rules/missing-in-text.ts';
import { runExample } from '../../../support/rule-examples.ts';

const html = 'layouts/footer.mjml.hbs';

describe('the rule missing-in-text', () => {
  it('finds a link that a template of the HTML alone has, and tells it once', async () => {
    const link = '<a href="https://boats.example/club?a=1&amp;b=2">The club</a>';
    const found = await runExample(missingInText, {
      templates: { [html]: `<p>${link} and ${link}</p>` },
    });
    expect(found.map(({ message, file }) => [message, file])).toEqual([
      [
        'The plain text has no link to https://boats.example/club?a=1&b=2, which the HTML has.',
        `templates/default/${html}`,
      ],
    ]);
  });

  it('finds links of the issue that a template of the text leaves out', async () => {
    const issue = `
- kind: topic
  heading: Steam
  body:
    - { kind: button, text: Read, url: https://boats.example/steam }`;
    const templates = { 'blocks/button.txt.hbs': '{{wrap label}}\n' };
    const found = await runExample(missingInText, { issue, templates });
    expect(found.map(({ path }) => path)).toEqual(['sections[1].body[0]']);
  });

  it('finds a link that is only the beginning of another in the text', async () => {
    const issue = '- kind: topic\n  heading: Oak\n  body: "[Two](https://boats.example/club/2)"';
    const templates = { [html]: '<p><a href="https://boats.example/club">The club</a></p>' };
    const [found] = await runExample(missingInText, { issue, templates });
    expect(found?.message).toContain('no link to https://boats.example/club,');
  });

  it('leaves a text that is empty to the rule message-form', async () => {
    const templates = {
      'layouts/issue.txt.hbs': '',
      [html]: '<p><a href="https://a.example">A</a></p>',
    };
    expect(await runExample(missingInText, { templates })).toEqual([]);
  });

  it('leaves the way to unsubscribe to its own rule', async () => {
    const templates = { 'layouts/footer.txt.hbs': '{{wrap publication.name}}\n' };
    const config = 'unsubscribe: { url: https://boats.example/leave }';
    expect(await runExample(missingInText, { config, templates })).toEqual([]);
  });
});
