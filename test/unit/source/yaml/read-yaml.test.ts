import { describe, expect, test } from 'vitest';
import { expectProblem, problemsOf, sourceOf } from '../../../support/source-fixture.ts';

const yaml = (text: string) => ({ 'a.yaml': text });
const valueOf = async (text: string) => (await sourceOf(yaml(text))).value;

describe('syntax errors', () => {
  test('are all reported, each at its place', async () => {
    const problems = await problemsOf(yaml('a: one: two\nb:\n\t- c\nd: @e\n'));
    expect(problems.map(({ problem }) => problem.code)).toEqual(Array(3).fill('syntax-error'));
    expect(problems.map(({ place }) => [place.line, place.column])).toEqual([
      [1, 4],
      [3, 1],
      [4, 4],
    ]);
  });

  test('of a second colon say what to do', async () => {
    const problem = await expectProblem(yaml('subject: ‹News: all of it›\n'), 'syntax-error');
    expect(problem).toMatchInlineSnapshot(`
      {
        "code": "syntax-error",
        "hint": "If it is text, put it in quotes; if it is a key, give it a line of its own.",
        "message": "A value can't hold a key on the same line, and here is a second colon.",
        "path": [],
        "severity": "error",
      }
    `);
  });

  test('of a tab say what to do', async () => {
    const problem = await expectProblem(yaml('a:\n‹\t›b: 1\n'), 'syntax-error');
    expect(problem).toMatchInlineSnapshot(`
      {
        "code": "syntax-error",
        "hint": "Use spaces.",
        "message": "A tab indents this line; YAML allows only spaces there.",
        "path": [],
        "severity": "error",
      }
    `);
  });

  test('of a key without a space say what to do', async () => {
    const problem = await expectProblem(yaml('‹subject:News›\nb: 1\n'), 'syntax-error');
    expect(problem).toMatchInlineSnapshot(`
      {
        "code": "syntax-error",
        "hint": "Write a space after the colon, or indent a text that goes on.",
        "message": "There is no key on this line, so it is read together with the next.",
        "path": [],
        "severity": "error",
      }
    `);
  });

  test('that are noticed at the end of the file are placed where they begin', async () => {
    const problem = await expectProblem(yaml('a: 1\nb: ‹[›1, 2\n\n\n'), 'syntax-error');
    expect(problem.message).toBe('This [ is never closed.');
    await expectProblem(yaml("a: 1\nb:\n  - ‹'one›\n  - two\n"), 'syntax-error');
  });

  const explained: readonly (readonly [name: string, text: string, message: string])[] = [
    ['a text behind quotes', 'a: ‹"x" y›\n', 'A text in double quotes ends at the second one'],
    ['an apostrophe in quotes', "- ‹'it's'›\n", 'A text in single quotes ends at the second one'],
    ['a text behind brackets', 'a: ‹[x](y)›\n', 'A value that begins with [ ends at its ]'],
    ['a placeholder', 'a: ‹{{ b }},›\nc: d', 'A value that begins with { ends at its }'],
    ['an asterisk', 'a: &b x\nc: ‹*b d›\n', '* begins the name of an alias'],
    ['a text beside its bar', 'a: ‹| x›\n  y\n', 'The text of | or > begins on the line below'],
    ['a list beside its key', 'a: ‹-› b\n', "A list can't begin on the line of its key."],
    ['a bracket too many', 'a: ‹}›\n', 'This } closes nothing.'],
    [
      'brackets too far left',
      'a:\n  b: ‹[›\n  1\n]\n',
      'What stands inside this [ is not indented',
    ],
    ['a key under a value', 'a: b\n   ‹c: d›\n', 'This line is indented further'],
    ['a text without a key', 'a: b\n‹c›\nd: e\n', 'This line is neither a key with a value'],
    ['another column', 'a: x #c\n  ‹y: 1›\n', 'This line starts at another column'],
    ['a reserved character', 'a: ‹@x y›\r\nb: 1\r\n', 'A text that begins with @ needs quotes.'],
    ['an unknown escape', 'a: "x‹\\›q"\n', '`\\q` is no escape that double quotes know.'],
  ];
  for (const [name, text, message] of explained) {
    test(`of ${name} are said in words about it`, async () => {
      const problem = await expectProblem(yaml(text), 'syntax-error');
      expect(problem.message).toContain(message);
      expect(problem.hint).toMatch(/\.$/);
    });
  }

  test('behind one that misplaces all that follows are not told', async () => {
    const problems = await problemsOf(yaml('a:\n\tb: 1\n\tc: 2\nd: @e\nf: [\n'));
    expect(problems.map(({ place }) => place.line)).toEqual([2, 3, 4]);
  });

  test('beyond a hundred are counted', async () => {
    const problems = await problemsOf(yaml('a: @b\n'.repeat(150)));
    expect(problems).toHaveLength(101);
    expect(problems.at(-1)?.problem.message).toBe('The file has 50 more problems of its syntax.');
  });
});

describe('files', () => {
  test('without data are a problem', async () => {
    for (const text of ['', '# only a comment\n', '---\n', 'null\n', '\uFEFF']) {
      const [found] = await problemsOf(yaml(text));
      expect(found?.problem.code).toBe('empty-source');
      expect(found?.place.line).toBe(1);
    }
  });

  test('with a text instead of keys are a problem', async () => {
    await expectProblem(yaml('\n‹Hello, this is my letter.›\n'), 'source-not-an-object');
  });

  test('with several documents are a problem at the second', async () => {
    await expectProblem(yaml('a: 1\n‹---›\nb: 2\n'), 'several-documents');
    await expectProblem(yaml('---\na: 1\n‹---›\n'), 'several-documents');
    expect(await valueOf('---\na: 1\n...\n')).toEqual({ a: 1 });
  });

  test('nested too deep are a problem, not a crash', async () => {
    for (const text of [
      '['.repeat(50_000),
      '- '.repeat(5000),
      '{a: '.repeat(20_000),
      '? '.repeat(5000),
    ]) {
      const [found] = await problemsOf(yaml(text));
      expect(found?.problem.code).toBe('nested-too-deeply');
    }
    expect(await valueOf(`a: ${'['.repeat(90)}${']'.repeat(90)}`)).toHaveProperty('a');
  });
});
