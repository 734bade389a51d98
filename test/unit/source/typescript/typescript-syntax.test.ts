import { describe, expect, test } from 'vitest';
import { expectProblem, problemsOf, readFirst } from '../../../support/source-fixture.ts';

const ts = (text: string) => ({ 'a.ts': text });

describe('a file with wrong syntax', () => {
  test('is a problem at its place, in UTF-16 units', async () => {
    await expectProblem(ts("const s = 'é👩‍👧'; const x = ‹;›\nexport default {};"), 'syntax-error');
    await expectProblem(ts('\uFEFF// \u2028\r\nconst x = ‹;›\r\n'), 'syntax-error');
  });

  test('is a problem for each error that is found', async () => {
    const problems = await problemsOf(
      ts('const a = 1;\nconst a = 2;\nconst b = 1;\nconst b = 2;\nexport default {};'),
    );
    expect(problems.map(({ place }) => place.line)).toEqual([2, 4]);
  });

  test('is placed in the import that has it', async () => {
    const files = {
      'a.ts': "import { l } from './_l';\nexport default { l };",
      '_l.ts': '\nexport const l = ‹}›',
    };
    await expectProblem(files, 'syntax-error');
  });

  test('is one that nests brackets beyond any measure, which would end the compiler', async () => {
    const [found] = await problemsOf(ts(`export default ${'['.repeat(20_000)}`));
    expect(found?.problem.code).toBe('nested-too-deeply');
    expect(found?.place).toMatchObject({ line: 1, column: 10_016 });
  });

  test('is one that waits for something', async () => {
    const problem = await expectProblem(
      ts('export default { a: ‹await› fetch("x") };'),
      'syntax-error',
    );
    expect(problem.hint).toBe('Write the value itself.');
  });

  test('is one that has a key twice', async () => {
    await expectProblem(ts('export default { a: 1, ‹a›: 2 };'), 'duplicate-key');
  });

  test('is a problem at its end when it ends too early', async () => {
    const [found] = await problemsOf(ts('export default { a: 1,\n'));
    expect(found?.problem.code).toBe('syntax-error');
  });

  test('that only looks wrong is read with a warning', async () => {
    const result = await readFirst(ts('export default { a: import.meta.url };'));
    expect(result.ok && result.warnings).toMatchObject([
      {
        problem: { code: 'suspicious-source', severity: 'warning' },
        place: { line: 1, column: 21, endColumn: 32 },
      },
    ]);
  });
});

describe("a mistake that is explained in an author's words", () => {
  const explained: readonly (readonly [name: string, text: string, message: string])[] = [
    ['a missing comma', 'export default { a: 1\n  ‹b›: 2 };', 'A comma is missing before this.'],
    ['a missing comma in a list', 'export default [1 ‹2›];', 'A comma is missing before this.'],
    [
      'text without quotes',
      'export default { a: Tables ‹and› chairs };',
      '`Tables and` is no value.',
    ],
    ['an apostrophe', "export default { a: 'It'‹s› so' };", 'The text ends at the quotation mark'],
    ['a backtick', 'export default { a: `It `‹is›` so` };', 'The text ends at the backtick'],
    ['a fence', 'export default { a: `\n```\n‹npm› i\n```\n` };', 'The text ends at the backtick'],
    ['a fence of a language', 'export default { a: `\n```‹js›\n1\n```\n` };', 'at the backtick'],
    ['an open text', "export default { a: ‹'x };›\n", 'The text that begins here is never closed.'],
    [
      'an open template',
      'const b = `${`x`}`;\nexport default { a: ‹`x };›\n',
      'The text that begins',
    ],
    ['an open bracket', 'export default ‹{› a: [1]\n', 'This { is never closed.'],
    [
      'a bracket in the wrong order',
      'export default { a: [1, 2 ‹}›;',
      'Here is }, but the [ of line 1',
    ],
    ['a bracket too many', 'export default { a: "(" };‹}›', 'This } closes nothing.'],
    ['an open comment', 'export default { a: 1 };\n‹/*›', 'The comment that begins here'],
    ['curly quotes', 'export default { a: ‹“›x” };', 'straight quotation marks, and this is “.'],
    ['a misspelt word', '‹exprot› default { a: 1 };', '`exprot` means nothing here.'],
    [
      'a name used twice',
      'let a = 1;\nlet ‹a› = 2;\nexport default { a };',
      'There is `a` in line 1',
    ],
    ['a changed constant', 'const a = 1;\n‹a› = 2;\nexport default { a };', '`a` is a constant'],
  ];
  for (const [name, text, message] of explained) {
    test(`such as ${name} is told in words about it`, async () => {
      const problem = await expectProblem(ts(text), 'syntax-error');
      expect(problem.message).toContain(message);
      expect(problem.hint).toMatch(/[.?"]$/);
    });
  }
});
