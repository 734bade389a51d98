import { describe, expect, test } from 'vitest';
import { describeProblem, problemsOf } from '../../../support/compile-fixture.ts';
import { letterOf } from '../../../support/theme.ts';

/** The problems of a template inside an `mj-text`, which starts at column 1 of line 2. */
async function problemsIn(template: string) {
  const set = letterOf(
    `<mj-section><mj-column><mj-text>\n${template}\n</mj-text></mj-column></mj-section>`,
  );
  return problemsOf(set);
}

async function problemsInText(template: string) {
  return problemsOf(letterOf('', { 'layouts/issue.txt.hbs': template }));
}

const mistakes: readonly [
  what: string,
  template: string,
  columns: string,
  code: string,
  hint: string,
][] = [
  ['an unknown value', '{{titel}}', '3-8', 'unknown-value', 'Did you mean `title`?'],
  ['an unknown field', '{{author.nam}}', '3-13', 'unknown-value', 'Did you mean `name`?'],
  [
    'a value of an outer context',
    '{{#each items}}{{shown}}{{/each}}',
    '18-23',
    'unknown-value',
    'Did you mean `../shown`?',
  ],
  ['a field of a text', '{{title.length}}', '3-15', 'unknown-value', ''],
  [
    'an unknown value in #if',
    '{{#if titel}}{{/if}}',
    '7-12',
    'unknown-value',
    'Did you mean `title`?',
  ],
  [
    'an unknown value in else if',
    '{{#if note}}{{else if titel}}{{/if}}',
    '23-28',
    'unknown-value',
    'Did you mean `title`?',
  ],
  [
    'an unknown value in #unless',
    '{{#unless shwn}}{{/unless}}',
    '11-15',
    'unknown-value',
    'Did you mean `shown`?',
  ],
  [
    'an unknown list',
    '{{#each item}}{{nope}}{{/each}}',
    '9-13',
    'unknown-value',
    'Did you mean `items`?',
  ],
  ['a context too high', '{{../title}}', '3-11', 'unknown-value', 'Take a `../` away.'],
  [
    'an unknown value from the root',
    '{{@root.autor.name}}',
    '3-19',
    'unknown-value',
    'Did you mean `author`?',
  ],
  ['an index outside a loop', '{{@index}}', '3-9', 'unknown-value', ''],
  [
    'a printed group',
    '{{author}}',
    '1-11',
    'unprintable-value',
    'Print one of them: `author.name`, `author.url`.',
  ],
  ['a printed list', '{{items}}', '1-10', 'unprintable-value', 'Write `{{#each items}}`.'],
  ['a printed flag', '{{shown}}', '1-10', 'unprintable-value', 'Write `{{#if shown}}`.'],
  ['a text as markup', '{{{title}}}', '1-12', 'unsafe-html', 'Write `{{title}}`.'],
  ['a number as markup', '{{{count}}}', '1-12', 'unsafe-html', 'Write `{{count}}`.'],
  ['markup as text', '{{body}}', '1-9', 'escaped-html', 'Write `{{{body}}}`.'],
  ['a loop over a text', '{{#each title}}{{/each}}', '9-14', 'not-a-list', ''],
  ['a loop over a group', '{{#each author}}{{/each}}', '9-15', 'not-a-list', ''],
  [
    'the fields of a text',
    '{{#with title}}{{x}}{{/with}}',
    '9-14',
    'no-fields',
    'Write `{{#if title}}`.',
  ],
  [
    'the fields of a list',
    '{{#with items}}{{/with}}',
    '9-14',
    'no-fields',
    'Write `{{#each items}}`.',
  ],
  [
    'a field of what may be absent',
    '{{sponsor.name}}',
    '3-15',
    'absent-value',
    'Put it inside `{{#if sponsor}}` or `{{#with sponsor}}`.',
  ],
  [
    'a condition on a field of what may be absent',
    '{{#if sponsor.name}}{{/if}}',
    '7-19',
    'absent-value',
    '',
  ],
  [
    'a field of what is absent in else',
    '{{#if sponsor}}{{else}}{{sponsor.name}}{{/if}}',
    '26-38',
    'absent-value',
    '',
  ],
  ['a helper', '{{shout title}}', '1-16', 'unknown-helper', 'Work the value out in the view.'],
  ['a block of another name', '{{#section title}}{{/section}}', '1-19', 'unknown-helper', ''],
];

test.each(mistakes)('refuses %s', async (_, template, columns, code, hint) => {
  const [problem, ...others] = await problemsIn(template);
  expect(others).toEqual([]);
  expect(problem && describeProblem(problem)).toBe(`layouts/issue.mjml.hbs:2:${columns} ${code}`);
  expect(problem?.hint).toContain(hint);
});

describe('what is sound', () => {
  test.each([
    '{{#if note}}{{note}}{{/if}}{{note}}',
    '{{#if sponsor}}{{sponsor.name}}{{/if}}',
    '{{#unless sponsor}}{{else}}{{sponsor.name}}{{/unless}}',
    '{{#with sponsor}}{{name}}{{../title}}{{#if ../sponsor.name}}{{/if}}{{/with}}',
    '{{#each items}}{{@index}}{{#if @first}}{{../title}}{{/if}}{{#each tags}}{{this}}{{../title}}{{../../title}}{{/each}}{{/each}}',
    '{{#each items}}{{this.title}}{{./url}}{{@root.count}}{{else}}{{title}}{{/each}}',
    '{{#if tags}}{{#each tags}}{{.}}{{/each}}{{/if}}',
    '{{#with this}}{{title}}{{/with}}',
    '{{#if count}}{{count}}{{/if}}',
  ])('passes: %s', async (template) => {
    expect(await problemsIn(template)).toEqual([]);
  });
});

describe('in plain text', () => {
  test.each([
    ['{{shuot title}}', '1-16', 'unknown-helper'],
    ['{{shout titel}}', '9-14', 'unknown-value'],
    ['{{shout title mark=titel}}', '20-25', 'unknown-value'],
    ['{{shout body}}', '9-13', 'html-in-text'],
    ['{{{body}}}', '1-11', 'html-in-text'],
  ])('refuses %s', async (template, columns, code) => {
    const problems = await problemsInText(template);
    expect(problems.map(describeProblem)).toEqual([`layouts/issue.txt.hbs:1:${columns} ${code}`]);
  });
});
