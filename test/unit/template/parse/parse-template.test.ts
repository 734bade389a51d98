import { describe, expect, test } from 'vitest';
import { parseTemplate } from '../../../../src/template/parse/parse-template.ts';
import type { TemplateProblem } from '../../../../src/template/problem.ts';
import type { Template } from '../../../../src/template/template-set.ts';
import { describeProblem } from '../../../support/compile-fixture.ts';

function parse(text: string) {
  const template: Template = { name: 'blocks/a', kind: 'mjml', file: '/theme/a', text };
  const problems: TemplateProblem[] = [];
  const pieces = parseTemplate(template, (problem) => problems.push(problem));
  return { pieces, problems };
}

const kindsIn = (text: string) => parse(text).pieces?.map((piece) => piece.kind);

describe('a template', () => {
  test('is a flat list of texts and tags, each with its place', () => {
    const { pieces } = parse('a{{#if x}}{{{y.z}}}{{/if}}');
    expect(pieces).toMatchObject([
      { kind: 'text', text: 'a', span: { start: 0, end: 1 } },
      { kind: 'open', block: 'if', path: { names: ['x'], up: 0 }, span: { start: 1, end: 10 } },
      { kind: 'value', raw: true, path: { names: ['y', 'z'], span: { start: 13, end: 16 } } },
      { kind: 'close', block: 'if' },
    ]);
  });

  test('can hold every tag there is', () => {
    const tags =
      '{{x}}{{{x}}}{{#each x}}{{else}}{{/each}}{{> a/b}}{{> a/b x.y}}{{! c }}{{!-- {{x}} --}}{{@tokens.a.b}}{{wrap x}}';
    expect(kindsIn(tags)).toEqual([
      ...['value', 'value', 'open', 'else', 'close', 'partial', 'partial', 'comment', 'comment'],
      ...['token', 'call'],
    ]);
  });

  test.each([
    ['../../a', 2, null, ['a']],
    ['..', 1, null, []],
    ['this', 0, null, []],
    ['.', 0, null, []],
    ['./a', 0, null, ['a']],
    ['this.a', 0, null, ['a']],
    ['thisOne', 0, null, ['thisOne']],
    ['@root.a.b', 0, 'root', ['a', 'b']],
    ['@first', 0, 'first', []],
  ])('has the path %s', (path, up, data, names) => {
    expect(parse(`{{${path}}}`).pieces).toMatchObject([{ path: { up, data, names } }]);
  });

  test('gives helpers their literals as they were meant', () => {
    const { pieces } = parse(`{{wrap "a }} b" 'it"s' -1.5 true indent="\\"x\\"" at=x.y}}`);
    const call = pieces?.[0];
    if (call?.kind !== 'call') throw new Error('Not a call');
    const values = call.inputs.map((input) => (input.kind === 'literal' ? input.value : null));
    expect(values).toEqual(['a }} b', 'it"s', -1.5, true]);
    expect([...call.options.keys()]).toEqual(['indent', 'at']);
    expect(call.options.get('indent')).toMatchObject({ value: '"x"' });
  });
});

const mistakes: readonly [template: string, columns: string, code: string][] = [
  ['{{title', '1-3', 'template-syntax'],
  ['{{!-- a }}', '1-3', 'template-syntax'],
  ['{{}}', '1-5', 'template-syntax'],
  ['{{"a"}}', '1-8', 'template-syntax'],
  ['{{a..b}}', '3-7', 'template-syntax'],
  ['{{#if}}{{/if}}', '1-8', 'template-syntax'],
  ['{{#if a b}}{{/if}}', '1-12', 'template-syntax'],
  ['{{#if a}}', '1-10', 'template-syntax'],
  ['{{/if}}', '1-8', 'template-syntax'],
  ['{{else}}', '1-9', 'template-syntax'],
  ['{{#if a}}{{else}}{{else}}{{/if}}', '18-26', 'template-syntax'],
  ['{{#if a}}{{/each}}{{/if}}', '10-19', 'template-syntax'],
  ['a\uFDD0b', '2-3', 'template-syntax'],
  ['{{&a}}', '1-7', 'unsupported-handlebars'],
  ['{{^a}}', '1-7', 'unsupported-handlebars'],
  ['{{*a}}', '1-7', 'unsupported-handlebars'],
  ['{{#*inline "a"}}', '1-17', 'unsupported-handlebars'],
  ['{{#> a}}', '1-9', 'unsupported-handlebars'],
  ['{{{{raw}}}}', '1-10', 'unsupported-handlebars'],
  ['{{> (lookup a "b")}}', '1-21', 'unsupported-handlebars'],
  ['{{> @partial-block}}', '1-21', 'unsupported-handlebars'],
  ['{{#each a as |b|}}{{/each}}', '14-15', 'unsupported-handlebars'],
  ['{{a (b c)}}', '5-6', 'unsupported-handlebars'],
  ['{{@key}}', '3-7', 'unsupported-handlebars'],
  ['{{else each a}}', '1-16', 'unsupported-handlebars'],
  ['\\{{a}}', '2-7', 'unsupported-handlebars'],
  ['{{#if @tokens.dark}}{{/if}}', '1-21', 'template-syntax'],
];

test.each(mistakes)(
  'refuses %s where it stands, and says what to write',
  (template, columns, code) => {
    const { pieces, problems } = parse(template);
    expect(pieces).toBeNull();
    expect(problems.map(describeProblem)).toContain(`a:1:${columns} ${code}`);
    expect(problems.every((problem) => (problem.hint ?? '') !== '')).toBe(true);
  },
);

test('an endless quotation does not take for ever', () => {
  const { problems } = parse(`{{wrap "${'\\"'.repeat(5000)}`);
  expect(problems).toHaveLength(1);
});
