import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readShape } from '../../../src/template/names/shape.ts';
import type { TemplateSet } from '../../../src/template/template-set.ts';
import { escapeHtml } from '../../../src/text/escape-html.ts';
import {
  describeProblem,
  fixtureShape,
  fixtureTokens,
  fixtureView,
  problemsOf,
  programOf,
} from '../../support/compile-fixture.ts';
import { renderReference } from '../../support/template-reference.ts';
import { letterOf, themeOf } from '../../support/theme.ts';
import { viewsOf } from '../../support/views.ts';

const column = (content: string) => `<mj-column>${content}</mj-column>`;
const section = (content: string) => `<mj-section>${column(content)}</mj-section>`;
const text = (content: string) => section(`<mj-text>${content}</mj-text>`);

/** Small letters, each built the way a theme builds its parts. */
const letters: Readonly<Record<string, TemplateSet>> = {
  'text with values at its edges': letterOf(
    text('\n  {{title}} by <a href="{{author.url}}">{{author.name}}</a> {{count}}\n  {{note}}\n'),
  ),
  'HTML pieces': letterOf(text('{{{body}}}') + text('<p>Before</p> {{{body}}}')),
  'conditions at the edges of a text': letterOf(
    text(' {{#if note}} {{note}} {{else if shown}} shown {{else}} neither {{/if}} ') +
      text('{{#unless shown}}hidden{{/unless}} tail') +
      text('{{#if tags}}{{#each tags}} {{this}}{{#unless @last}},{{/unless}} {{/each}}{{/if}}'),
  ),
  'sections under conditions': letterOf(
    `${text('Always')}{{#if shown}}${text('{{title}}')}{{else if note}}${text('{{note}}')}{{else}}${text('Neither')}{{/if}}`,
  ),
  'sections in a loop': letterOf(
    `${text('Head')}{{#each items}}${text('{{@index}} {{title}} {{../title}}')}{{else}}${text('Empty')}{{/each}}`,
  ),
  'everything in one condition': letterOf(`{{#if shown}}${text('{{title}}')}{{/if}}`),
  'wrapped sections': letterOf(
    `<mj-wrapper padding="8px">{{#each items}}${text('{{title}}')}{{/each}}${text('Last')}</mj-wrapper>`,
  ),
  'columns in a loop': letterOf(
    `${text('Head')}<mj-section>{{#each items}}<mj-column width="50%"><mj-text>{{title}}</mj-text></mj-column>{{/each}}</mj-section>`,
  ),
  'columns of several widths, in an order that varies': letterOf(
    `{{#if shown}}<mj-section><mj-column width="30%"><mj-text>{{title}}</mj-text></mj-column><mj-column width="70%"></mj-column></mj-section>{{/if}}
     {{#each items}}<mj-section><mj-column width="200px"><mj-text>{{title}}</mj-text></mj-column></mj-section>{{/each}}
     {{#if note}}<mj-section><mj-group><mj-column width="33.333%"><mj-text>a</mj-text></mj-column><mj-column width="66.666%"></mj-column></mj-group></mj-section>{{/if}}
     {{#unless shown}}<mj-section><mj-column width="70%"></mj-column></mj-section>{{/unless}}`,
  ),
  'elements of a column under conditions': letterOf(
    section(
      `{{#if note}}<mj-text css-class="{{count}}">{{note}}</mj-text>{{/if}}{{#each items}}<mj-button href="{{url}}" title="{{title}}">{{title}}</mj-button>{{#unless @last}}<mj-divider border-width="1px" />{{/unless}}{{/each}}<mj-spacer height="{{@tokens.pad}}px" />`,
    ),
  ),
  'a table': letterOf(
    section(
      '<mj-table><tr><th>Title</th></tr>{{#each items}}<tr><td style="padding:{{@tokens.pad}}px">{{title}}{{#if note}}: {{note}}{{/if}}</td></tr>{{/each}}</mj-table>',
    ),
  ),
  'social elements': letterOf(
    section(
      '<mj-social>{{#each items}}<mj-social-element src="{{url}}" href="{{url}}" alt="{{title}}">{{title}}</mj-social-element>{{/each}}<mj-social-element name="github" href="{{url}}">GitHub</mj-social-element></mj-social>',
    ),
  ),
  backgrounds: letterOf(
    `<mj-section background-url="{{url}}" css-class="c{{count}}" direction="ltr">${column('<mj-text>x</mj-text>')}</mj-section><mj-hero background-url="{{url}}"><mj-text>{{title}}</mj-text></mj-hero>`,
  ),
  'links and an accordion': letterOf(
    section(
      '<mj-navbar base-url="https://example.com">{{#each items}}<mj-navbar-link href="{{url}}" css-class="l{{@index}}">{{title}}</mj-navbar-link>{{/each}}</mj-navbar><mj-accordion>{{#each items}}<mj-accordion-element><mj-accordion-title>{{title}}</mj-accordion-title><mj-accordion-text>{{{body}}}</mj-accordion-text></mj-accordion-element>{{/each}}</mj-accordion>',
    ),
  ),
  'partials with contexts': letterOf(
    `{{> sections/items}}{{> sections/author author}}{{#if sponsor}}{{> sections/author sponsor}}{{/if}}`,
    {
      'sections/items.mjml.hbs': `{{#each items}}<mj-section>{{> blocks/item this}}</mj-section>{{/each}}\n`,
      'sections/author.mjml.hbs': `${text('{{name}} of {{@root.title}}')}\n`,
      'blocks/item.mjml.hbs': `<mj-column>\n  <mj-text>{{title}} {{> blocks/note}}</mj-text>\n</mj-column>\n`,
      'blocks/note.mjml.hbs': `{{!-- Only when there is one. --}}{{#if note}}({{note}}){{/if}}\n`,
    },
  ),
  'a context around sections, and one above': letterOf(
    `{{#with author}}${text('{{name}} {{../title}} {{#each ../tags}}{{this}} {{../name}}{{/each}}')}{{/with}}`,
  ),
  'a head with tokens and data': themeOf({
    'layouts/issue.mjml.hbs': `<mjml lang="{{title}}" dir="ltr">
      <mj-head>
        <mj-title>{{title}} {{#if shown}}shown{{/if}}</mj-title>
        <mj-preview>{{title}}</mj-preview>
        <mj-attributes><mj-all font-family="{{@tokens.font}}" /><mj-text padding="0 {{@tokens.pad}}px" /><mj-class name="big" font-size="20px" /></mj-attributes>
        <mj-breakpoint width="500px" />
        <!-- A comment, gone. -->
        <mj-style>.a { color: {{@tokens.dark.text}} } @media (max-width: 480px) { .a { padding: {{@tokens.pad}}px } }</mj-style>
        <mj-raw><meta name="x" content="{{title}}"></mj-raw>
      </mj-head>
      <mj-body width="600px" background-color="{{@tokens.accent}}">
        <mj-raw><div style="display:none">{{title}}</div></mj-raw>
        ${section('<mj-text mj-class="big" color="{{@tokens.accent}}">{{#each tags}}{{@index}}{{this}}{{#if @first}}!{{/if}}{{/each}}</mj-text>')}
      </mj-body>
    </mjml>\n`,
    'layouts/issue.txt.hbs': '',
  }),
};

describe('a compiled letter', () => {
  test.each(Object.keys(letters))(
    'is what MJML makes of the filled-in template: %s',
    async (name) => {
      const set = letters[name] ?? new Map();
      const program = await programOf(set, { minify: false });
      await fc.assert(
        fc.asyncProperty(viewsOf(readShape(fixtureShape)), async (view) => {
          const expected = await renderReference(set, fixtureTokens, escapeHtml, view);
          expect(program.html(view)).toBe(expected);
        }),
        { numRuns: 12 },
      );
    },
  );

  test('carries data-path attributes only when they are asked for', async () => {
    const set = letterOf(text('<p data-path="{{author.name}}.title">{{title}}</p>'));
    const [plain, traced] = [await programOf(set), await programOf(set, { trace: true })];
    expect(plain.html(fixtureView)).not.toContain('data-path');
    expect(traced.html(fixtureView)).toContain('<p data-path="Ada.title">');
  });

  test('leaves out a span that is there for its path alone, and the space before it', async () => {
    const body = text('{{title}} <span data-path="title"></span>');
    const [plain, traced] = [
      await programOf(letterOf(body)),
      await programOf(letterOf(body), { trace: true }),
    ];
    const bare = await programOf(letterOf(text('{{title}} ')));
    expect(plain.html(fixtureView)).toBe(bare.html(fixtureView));
    expect(traced.html(fixtureView)).toContain('<span data-path="title"></span>');
  });

  test('is smaller when minified, with the same text', async () => {
    const set = letters['partials with contexts'] ?? new Map();
    const [full, small] = [await programOf(set, { minify: false }), await programOf(set)];
    const words = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
    expect(small.html(fixtureView).length).toBeLessThan(full.html(fixtureView).length * 0.8);
    expect(words(small.html(fixtureView).replace(/<style[^]*?<\/style>/g, ''))).toBe(
      words(full.html(fixtureView).replace(/<style[^]*?<\/style>/g, '')),
    );
  });
});

describe('the problems of a theme', () => {
  test('are all reported at once, each at its place', async () => {
    const problems = await problemsOf(
      themeOf({
        'layouts/issue.mjml.hbs': `<mjml><mj-body>
  {{> sections/intr}}
  {{> sections/items}}
</mj-body></mjml>`,
        'layouts/issue.txt.hbs': '{{titel}}\n{{shuot title}}\n',
        'sections/intro.mjml.hbs': '',
        'sections/items.mjml.hbs': `<mj-section><mj-column width="{{count}}px">
  <mj-text colour="red">{{@tokens.acent}} {{#each items}}{{name}}{{/each}}</mj-text>
</mj-column></mj-section>`,
        'blocks/broken.txt.hbs': '{{#if title}}\n',
      }),
    );
    expect(problems.map(describeProblem)).toEqual([
      'blocks/broken.txt.hbs:1:1-14 template-syntax',
      'layouts/issue.mjml.hbs:2:7-20 unknown-partial',
      'layouts/issue.txt.hbs:1:3-8 unknown-value',
      'layouts/issue.txt.hbs:2:1-16 unknown-helper',
      'sections/items.mjml.hbs:1:31-42 layout-from-data',
      'sections/items.mjml.hbs:2:25-42 unknown-token',
      'sections/items.mjml.hbs:2:60-64 unknown-value',
    ]);
  });

  test('are reported once for a partial that is used twice', async () => {
    const problems = await problemsOf(
      letterOf(text('{{> blocks/x}} {{> blocks/x}}'), { 'blocks/x.mjml.hbs': '\n{{nope}}\n' }),
    );
    expect(problems.map(describeProblem)).toEqual(['blocks/x.mjml.hbs:2:3-7 unknown-value']);
  });

  test('warn of a template that nothing includes, and of what it may have meant', async () => {
    const problems = await problemsOf(
      letterOf('{{> sections/intro}}', {
        'sections/intro.mjml.hbs': text('x'),
        'sections/itnro.mjml.hbs': text('y'),
      }),
    );
    expect(problems).toMatchObject([
      {
        code: 'unused-template',
        severity: 'warning',
        hint: 'Did you mean to call it `sections/intro.mjml.hbs`?',
      },
    ]);
  });

  test('show a circle of partials', async () => {
    const problems = await problemsOf(
      letterOf('{{> blocks/a}}', {
        'blocks/a.mjml.hbs': '{{> blocks/b}}',
        'blocks/b.mjml.hbs': '\n{{> blocks/a}}',
      }),
    );
    expect(problems.map(describeProblem)).toEqual(['blocks/b.mjml.hbs:2:1-15 recursive-partial']);
    expect(problems[0]?.message).toContain('blocks/a → blocks/b → blocks/a');
  });

  test('are an error of the environment where a layout is missing', async () => {
    const set = themeOf({ 'layouts/issue.txt.hbs': '' });
    await expect(problemsOf(set)).rejects.toMatchObject({ code: 'missing-layout' });
  });
});
