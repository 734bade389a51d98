import { describe, expect, it } from 'vitest';
import { htmlSupport } from '../../../../src/check/rules/html-support.ts';
import { runExample } from '../../../support/rule-examples.ts';

const masthead = (html: string) => ({
  templates: { 'layouts/masthead.mjml.hbs': `<h1>{{title}}</h1>${html}` },
});

describe('the rule html-support', () => {
  it.each([
    '<picture><source srcset="a.webp"><img src="https://a.example/a.png" alt="" width="9"></picture>',
    '<section><header>x</header></section>',
    '<p aria-hidden="true" role="note">x</p>',
    '<!--[if mso]><v:rect><script>x</script></v:rect><![endif]-->',
  ])('is silent about %j', async (html) => {
    expect(await runExample(htmlSupport, masthead(html))).toEqual([]);
  });

  it.each([
    ['<svg width="9" height="9"></svg>', '`<svg>` is not known to'],
    ['<form action="https://a.example"></form>', '`<form>` is not known to Outlook (Windows)'],
    ['<input type="text">', '`<input type="text">` is not known to'],
    ['<script>x()</script>', 'Gmail, Outlook, Apple Mail, Yahoo, Samsung and Thunderbird'],
    ['<p hidden>x</p>', 'The attribute hidden is not known to'],
    ['<a href="#below">x</a>', 'A link to a place in the letter is not known to'],
  ])('finds %j', async (html, message) => {
    const found = await runExample(htmlSupport, masthead(html));
    expect(found).toHaveLength(1);
    expect(found[0]?.message).toContain(message);
    expect(found[0]?.file).toBe('templates/default/layouts/masthead.mjml.hbs');
  });
});
