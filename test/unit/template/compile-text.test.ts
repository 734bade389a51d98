import { describe, expect, test } from 'vitest';
import { fixtureView, programOf } from '../../support/compile-fixture.ts';
import { letterOf } from '../../support/theme.ts';

describe('a plain text', () => {
  const textOf = (template: string, more: Readonly<Record<string, string>> = {}) =>
    programOf(letterOf('', { 'layouts/issue.txt.hbs': template, ...more }));

  test('is not escaped, and absent values are empty', async () => {
    const program = await textOf('{{title}} {{{title}}}|{{note}}|{{count}}\n');
    expect(program.text(fixtureView)).toBe('Tom & Jerry Tom & Jerry||2\n');
  });

  test('has no line for tags that stand alone on theirs', async () => {
    const program = await textOf(
      'Items\n{{#each items}}\n  {{! one }}\n- {{title}}\n  {{#if note}}\n  {{note}}\n  {{else}}\n  (none)\n  {{/if}}\n{{/each}}\nEnd\n',
    );
    expect(program.text(fixtureView)).toBe('Items\n- One\n  A note\n- Two\n  (none)\nEnd\n');
  });

  test('takes a partial alone on its line as lines, and another as words', async () => {
    const program = await textOf(
      'a\n{{> blocks/x}}\nb {{> blocks/z}} c\n{{> blocks/y author}}\nd\n',
      {
        'blocks/x.txt.hbs': '{{#if shown}}\nX\n{{/if}}\n',
        'blocks/y.txt.hbs': '{{name}}',
        'blocks/z.txt.hbs': 'Z\n',
      },
    );
    expect(program.text(fixtureView)).toBe('a\nX\nb Z c\nAda\nd\n');
  });

  test('drops the white space that a tilde claims', async () => {
    const program = await textOf('a \n {{~title~}} \n b {{~#if shown~}} c {{~/if}} d');
    expect(program.text(fixtureView)).toBe('aTom & Jerrybc d');
  });

  test('calls the helpers it was given, with literals and options', async () => {
    const program = await textOf(
      '{{shout title mark="\\"!\\""}} {{shout "x" mark=author.name}} {{shout count}}',
    );
    expect(program.text(fixtureView)).toBe('TOM & JERRY"!" XAda 2');
  });
});
