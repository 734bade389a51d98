import { describe, expect, test } from 'vitest';
import { describeProblem, problemsOf } from '../../../support/compile-fixture.ts';
import { at, problemsIn, section } from '../../../support/markup-mistakes.ts';
import type { Mistake } from '../../../support/markup-mistakes.ts';
import { themeOf } from '../../../support/theme.ts';

async function problemsInHead(head: string) {
  const layout = `<mjml><mj-head>\n${head}\n</mj-head><mj-body></mj-body></mjml>`;
  return problemsOf(themeOf({ 'layouts/issue.mjml.hbs': layout, 'layouts/issue.txt.hbs': '' }));
}

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
  test.each(data)('%s', async (_, body, columns, code, hint) => {
    const [problem, ...others] = await problemsIn(body);
    expect(others.map(describeProblem)).toEqual([]);
    expect(problem && describeProblem(problem)).toBe(`layouts/issue.mjml.hbs:2:${columns} ${code}`);
    expect(problem?.hint).toContain(hint);
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
});
