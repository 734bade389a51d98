import { describe, expect, test } from 'vitest';
import { describeProblem, problemsOf } from '../../../support/compile-fixture.ts';
import { at, problemsIn, section } from '../../../support/markup-mistakes.ts';
import type { Mistake } from '../../../support/markup-mistakes.ts';
import { themeOf } from '../../../support/theme.ts';

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

describe('refuses', () => {
  test('data as the name of a tag', async () => {
    const problems = await problemsIn(section('<mj-text><{{title}}>a</{{title}}></mj-text>'));
    expect(problems.map(describeProblem)).toEqual([
      'layouts/issue.mjml.hbs:2:33-43 unquoted-attribute',
      'layouts/issue.mjml.hbs:2:45-56 unquoted-attribute',
    ]);
  });

  test.each(markup)('%s', async (_, body, columns, code, hint) => {
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
