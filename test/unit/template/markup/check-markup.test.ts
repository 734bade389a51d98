import { describe, expect, test } from 'vitest';
import { describeProblem, problemsOf } from '../../../support/compile-fixture.ts';
import { letterOf, themeOf } from '../../../support/theme.ts';

/** The problems of a body of MJML that starts at column 1 of line 2. */
async function problemsIn(body: string) {
  return problemsOf(letterOf(`\n${body}\n`));
}

async function problemsInHead(head: string) {
  const layout = `<mjml><mj-head>\n${head}\n</mj-head><mj-body></mj-body></mjml>`;
  return problemsOf(themeOf({ 'layouts/issue.mjml.hbs': layout, 'layouts/issue.txt.hbs': '' }));
}

type Mistake = readonly [what: string, body: string, columns: string, code: string, hint: string];

const section = (content: string) => `<mj-section><mj-column>${content}</mj-column></mj-section>`;
/** Where the content of `section` starts. */
const C = '<mj-section><mj-column>'.length;
const at = (from: number, to: number) => `${C + from}-${C + to}`;

const markup: readonly Mistake[] = [
  [
    'an element that is never closed',
    section('<mj-text>a'),
    at(1, 10),
    'unclosed-element',
    'Add `</mj-text>`.',
  ],
  [
    'an element swallowed by the next',
    section('<mj-text>a<mj-text>b</mj-text>'),
    at(1, 10),
    'unclosed-element',
    '',
  ],
  [
    'an unclosed column',
    '<mj-section><mj-column></mj-section>',
    '13-24',
    'unclosed-element',
    'Add `</mj-column>`.',
  ],
  ['an end tag too many', section('</mj-text>'), at(1, 11), 'stray-end-tag', 'Remove it.'],
  [
    'an unknown element',
    section('<mj-txt>a</mj-txt>'),
    at(1, 8),
    'unknown-element',
    'Did you mean `mj-text`?',
  ],
  [
    'HTML outside an element',
    section('<p>a</p>'),
    at(1, 3),
    'unknown-element',
    'Put it inside an `mj-text` or an `mj-raw`.',
  ],
  [
    'text between elements',
    section('stray'),
    at(1, 6),
    'stray-text',
    'Put it inside an `mj-text` or an `mj-raw`.',
  ],
  ['a value between elements', section('{{title}}'), at(1, 10), 'stray-text', ''],
  [
    'an include',
    '<mj-include path="/etc/passwd" />',
    '1-12',
    'unsupported-mjml',
    'Include another template with `{{> blocks/name}}`.',
  ],
  ['a carousel', section('<mj-carousel></mj-carousel>'), at(1, 13), 'unsupported-mjml', ''],
  [
    'a hamburger menu',
    section('<mj-navbar hamburger="hamburger"></mj-navbar>'),
    at(12, 21),
    'unsupported-mjml',
    '',
  ],
  [
    'a tag without its end',
    section('<mj-text color="red>a</mj-text>'),
    at(1, 9),
    'unclosed-tag',
    '',
  ],
  [
    'an HTML tag without its end',
    section('<mj-text><a href="x>a</a></mj-text>'),
    at(10, 12),
    'unclosed-tag',
    '',
  ],
  [
    'a tag in an HTML comment',
    section('<mj-text><!-- {{title}} --></mj-text>'),
    at(10, 14),
    'tag-in-comment',
    'Write the comment as `{{!-- … --}}`.',
  ],
  ['a tag in a comment between elements', '<!-- {{title}} -->', '1-5', 'tag-in-comment', ''],
  [
    'an attribute MJML does not know',
    section('<mj-text colour="red">a</mj-text>'),
    at(10, 16),
    'invalid-mjml',
    '',
  ],
  [
    'a value MJML does not know',
    section('<mj-text padding="wide">a</mj-text>'),
    at(10, 17),
    'invalid-mjml',
    '',
  ],
  [
    'an element in the wrong place',
    '<mj-section><mj-text>a</mj-text></mj-section>',
    '13-21',
    'invalid-mjml',
    'It can stand in `mj-column`, `mj-hero`.',
  ],
  ['an element that MJML stumbles over', '<mj-text>a</mj-text>', '1-9', 'invalid-mjml', ''],
];

const data: readonly Mistake[] = [
  [
    'a width from data',
    '<mj-section><mj-column width="{{count}}px"></mj-column></mj-section>',
    '31-42',
    'layout-from-data',
    'design token',
  ],
  [
    'padding from data',
    '<mj-section padding="{{count}}px"></mj-section>',
    '22-33',
    'layout-from-data',
    'design token',
  ],
  [
    'a class of MJML from data',
    section('<mj-text mj-class="{{title}}">a</mj-text>'),
    at(20, 29),
    'layout-from-data',
    'css-class',
  ],
  [
    'a social network from data',
    section('<mj-social><mj-social-element name="{{title}}">a</mj-social-element></mj-social>'),
    at(37, 46),
    'layout-from-data',
    'inside `{{#if}}`',
  ],
  [
    'the width of an image from data',
    section('<mj-image width="{{count}}px" />'),
    at(18, 29),
    'layout-from-data',
    '`<img>` inside an `mj-text`',
  ],
  [
    'a condition inside a tag',
    section('<mj-text {{#if shown}}color="#ff0000"{{/if}}>a</mj-text>'),
    at(10, 23),
    'layout-from-data',
    'around two whole elements',
  ],
  [
    'a condition inside an attribute',
    section('<mj-text css-class="{{#if shown}}a{{/if}}">a</mj-text>'),
    at(21, 42),
    'layout-from-data',
    'around two whole elements',
  ],
  [
    'columns without a width in a loop',
    '<mj-section>{{#each items}}<mj-column></mj-column>{{/each}}</mj-section>',
    '28-38',
    'layout-from-data',
    'width="50%"',
  ],
  [
    'a column without a width beside one under a condition',
    '<mj-section><mj-column></mj-column>{{#if shown}}<mj-column width="50%"></mj-column>{{/if}}</mj-section>',
    '13-23',
    'layout-from-data',
    '',
  ],
  [
    'a gutter between columns of a loop',
    '<mj-section gutter="8px">{{#each items}}<mj-column width="50%"></mj-column>{{/each}}</mj-section>',
    '13-19',
    'layout-from-data',
    'padding',
  ],
  [
    'a gap between sections of a loop',
    '<mj-wrapper gap="8px">{{#each items}}<mj-section></mj-section>{{/each}}</mj-wrapper>',
    '13-16',
    'layout-from-data',
    'padding',
  ],
  [
    'an image only under a condition',
    section('{{#if shown}}<mj-image src="{{url}}" alt="" />{{/if}}'),
    at(14, 23),
    'layout-from-data',
    'Write an `<img>`',
  ],
  [
    'a condition in an accordion',
    section(
      '<mj-accordion><mj-accordion-element>{{#if shown}}<mj-accordion-title>a</mj-accordion-title>{{/if}}</mj-accordion-element></mj-accordion>',
    ),
    at(37, 50),
    'layout-from-data',
    '',
  ],
  [
    'data that MJML leaves out',
    section('<mj-text background-color="{{title}}">a</mj-text>'),
    at(28, 37),
    'layout-from-data',
    '',
  ],
  [
    'data outside quotes',
    section('<mj-text><a href={{url}}>a</a></mj-text>'),
    at(18, 25),
    'unquoted-attribute',
    'title="{{title}}"',
  ],
  [
    'data as attributes',
    section('<mj-text><a {{title}}>a</a></mj-text>'),
    at(13, 22),
    'unquoted-attribute',
    '',
  ],
  [
    'data outside quotes in MJML',
    section('<mj-button href={{url}}>a</mj-button>'),
    at(17, 24),
    'unquoted-attribute',
    '',
  ],
];

describe('refuses', () => {
  test('data as the name of a tag', async () => {
    const problems = await problemsIn(section('<mj-text><{{title}}>a</{{title}}></mj-text>'));
    expect(problems.map(describeProblem)).toEqual([
      'layouts/issue.mjml.hbs:2:33-43 unquoted-attribute',
      'layouts/issue.mjml.hbs:2:45-56 unquoted-attribute',
    ]);
  });

  test.each([...markup, ...data])('%s', async (_, body, columns, code, hint) => {
    const [problem, ...others] = await problemsIn(body);
    expect(others.map(describeProblem)).toEqual([]);
    expect(problem && describeProblem(problem)).toBe(`layouts/issue.mjml.hbs:2:${columns} ${code}`);
    expect(problem?.hint).toContain(hint);
  });

  test('a block that opens in one element and closes in another, at both ends', async () => {
    const body =
      '<mj-section>{{#if shown}}<mj-column width="50%"><mj-text>a{{/if}}</mj-text></mj-column></mj-section>';
    expect((await problemsIn(body)).map(describeProblem)).toEqual([
      'layouts/issue.mjml.hbs:2:13-26 crossing-block',
      'layouts/issue.mjml.hbs:2:59-66 crossing-block',
    ]);
  });

  test.each([
    [
      'a title under a condition',
      '{{#if shown}}<mj-title>a</mj-title>{{/if}}',
      '1-14',
      'layout-from-data',
    ],
    [
      'a preview under a condition',
      '{{#if shown}}<mj-preview>a</mj-preview>{{/if}}',
      '1-14',
      'layout-from-data',
    ],
    [
      'a default from data',
      '<mj-attributes><mj-all color="{{title}}" /></mj-attributes>',
      '31-40',
      'layout-from-data',
    ],
    [
      'a breakpoint from data',
      '<mj-breakpoint width="{{count}}px" />',
      '23-34',
      'layout-from-data',
    ],
    ['inlined styles', '<mj-style inline="inline">a{}</mj-style>', '11-17', 'unsupported-mjml'],
    [
      'attributes by selector',
      '<mj-html-attributes></mj-html-attributes>',
      '1-20',
      'unsupported-mjml',
    ],
  ])('%s in the head', async (_, head, columns, code) => {
    const problems = await problemsInHead(head);
    expect(problems.map(describeProblem)).toEqual([`layouts/issue.mjml.hbs:2:${columns} ${code}`]);
  });

  test('a gutter that comes from the head', async () => {
    const layout = `<mjml><mj-head><mj-attributes><mj-section gutter="8px" /></mj-attributes></mj-head><mj-body>
<mj-section>{{#each items}}<mj-column width="50%"></mj-column>{{/each}}</mj-section></mj-body></mjml>`;
    const set = themeOf({ 'layouts/issue.mjml.hbs': layout, 'layouts/issue.txt.hbs': '' });
    expect((await problemsOf(set)).map(describeProblem)).toEqual([
      'layouts/issue.mjml.hbs:1:43-49 layout-from-data',
    ]);
  });

  test.each(['', 'text', '<mj-body></mj-body>', '<mjml></mjml>'])(
    'a layout that is no letter: %j',
    async (layout) => {
      const set = themeOf({ 'layouts/issue.mjml.hbs': layout, 'layouts/issue.txt.hbs': '' });
      expect((await problemsOf(set)).map(({ code }) => code)).toContain('invalid-mjml');
    },
  );
});

describe('passes', () => {
  test.each([
    section(
      '<mj-text><!-- A comment. --> 1 < 2 && 3 > 2 <a href="{{url}}" title=\'{{title}}\' {{#if shown}}class="a"{{/if}}>a</a></mj-text>',
    ),
    section('<mj-text>{{#if shown}}<b>{{else}}<i>{{/if}}a</mj-text>'),
    section('<mj-image src="a.png" alt="" />{{#if shown}}<mj-image src="{{url}}" alt="" />{{/if}}'),
    '<mj-section>{{#with author}}<mj-column><mj-text>{{name}}</mj-text></mj-column>{{/with}}</mj-section>',
    '<mj-section><mj-raw><!--[if mso]><td><![endif]--></mj-raw><mj-column></mj-column></mj-section>',
    '<mj-raw><style>a > b { color: red } </style>{{title}}</mj-raw><!-- gone -->',
  ])('%s', async (body) => {
    expect((await problemsIn(body)).map(describeProblem)).toEqual([]);
  });
});
