import { describe, expect, it } from 'vitest';
import { cssSupport } from '../../../../src/check/rules/css-support.ts';
import { checkFiles, exampleFiles, runExample } from '../../../support/rule-examples.ts';

const file = 'layouts/masthead.mjml.hbs';
const masthead = (html: string) => ({ templates: { [file]: html } });

describe('the rule css-support', () => {
  it('names the mail programs and the place', async () => {
    const html = '<h1>{{title}}</h1>\n<p style="color:#1a1a1a; position: absolute">x</p>';
    const found = await runExample(cssSupport, masthead(html));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ file: `templates/default/${file}`, line: 2, column: 26 });
    expect(found[0]?.message).toBe(
      '`position: absolute` is not known to Gmail and Outlook (Windows).',
    );
    expect(found[0]?.hint).toContain('https://www.caniemail.com/features/css-position/');
  });

  it.each([
    '<style>@media (max-width: 480px) { h1 { display: flex } }</style><h1>{{title}}</h1>',
    '<style>[data-ogsc] .a { display: flex }</style><h1>{{title}}</h1>',
    '<style>h1:hover { color: #000000 }</style><h1>{{title}}</h1>',
    '<!--[if !mso]><!--><h1 style="display:flex">{{title}}</h1><!--<![endif]-->',
    '<!--[if mso]><p style="display:grid">x</p><![endif]--><h1>{{title}}</h1>',
    '<h1 style="box-shadow:0 0 2px #000000;letter-spacing:1px">{{title}}</h1>',
  ])('is silent about %j', async (html) => {
    expect(await runExample(cssSupport, masthead(html))).toEqual([]);
  });

  it('finds what a token brought, at the token', async () => {
    const templates = {
      [file]: '<h1 style="margin:{{@tokens.gap}}">{{title}}</h1>',
      'tokens.json': '{ "gap": "calc(1px + 2px)" }',
    };
    const [found, ...others] = await runExample(cssSupport, { templates });
    expect(others).toEqual([]);
    expect(found).toMatchObject({ file: 'templates/default/tokens.json', line: 1 });
  });

  it('finds what MJML makes of an attribute', async () => {
    const html = `<mj-section background-url="https://a.example/b.png"><mj-column>
<mj-text>{{label}} {{name}} {{url}} {{cta}}{{> blocks/run body.run}}</mj-text>{{> blocks/rest body.rest}}
</mj-column></mj-section>`;
    const issue = '- kind: sponsor\n  name: Oak\n  url: https://a.example\n  body: Oak.';
    const templates = { 'sections/sponsor.mjml.hbs': html };
    const [found, ...others] = await runExample(cssSupport, { issue, templates });
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      file: 'templates/default/sections/sponsor.mjml.hbs',
      line: 1,
      column: 13,
    });
  });

  it('is silenced by a comment in the template, which must be of use', async () => {
    const comment = '{{!-- galley-ignore css-support: a line of words is fine --}}';
    const flex = `${comment}\n\n<h1 style="display:flex">{{title}}</h1>`;
    expect(await runExample(cssSupport, masthead(flex))).toEqual([]);
    const files = exampleFiles(
      masthead(`<p>{{number}}</p>\n${comment}\n<p style="display:grid">x</p><h1>{{title}}</h1>`),
    );
    expect(await checkFiles(files, [cssSupport])).toEqual([]);
  });
});
