import { describe, expect, test } from 'vitest';
import { expectProblem, problemsOf, readFirst, sourceOf } from '../../../support/source-fixture.ts';

const yaml = (text: string) => ({ 'a.yaml': text });
const valueOf = async (text: string) => (await sourceOf(yaml(text))).value;

describe('values', () => {
  test('are plain, with dates and 1.1 booleans as texts', async () => {
    const text =
      'date: 2026-11-01\nnumber: 7\nok: true\nno: no\nnothing: ~\nlist: [a, 0x10, 1.5]\n';
    expect(await valueOf(text)).toEqual({
      date: '2026-11-01',
      number: 7,
      ok: true,
      no: 'no',
      nothing: null,
      list: ['a', 16, 1.5],
    });
  });

  test('stay texts under %YAML 1.1 too', async () => {
    expect(await valueOf('%YAML 1.1\n---\na: yes\nb: 2026-11-01\n')).toEqual({
      a: 'yes',
      b: '2026-11-01',
    });
  });

  test('are the same for .yml, with a byte order mark, and with CRLF', async () => {
    const source = await sourceOf({ 'a.yml': '\uFEFFa: |\r\n  one\r\n  two\r\nb: 1\r\n' });
    expect(source.value).toEqual({ a: 'one\ntwo\n', b: 1 });
    expect(source.files).toEqual([source.file]);
  });

  test('may be a list', async () => {
    expect(await valueOf('- 1\n- 2\n')).toEqual([1, 2]);
  });

  test('come through aliases, in keys too', async () => {
    expect(await valueOf('a: &x [1]\nb: *x\nc: &k name\n*k : 2\n')).toEqual({
      a: [1],
      b: [1],
      c: 'name',
      name: 2,
    });
  });

  test('come through merge keys, where what is written wins', async () => {
    const text =
      'a: &a { x: 1, y: 2 }\nb: &b { x: 3, z: 4 }\nc: { y: 5, <<: [*a, *b], z: 6 }\nd: { <<: *a, <<: *b }\n';
    expect(await valueOf(text)).toMatchObject({ c: { x: 1, y: 5, z: 6 }, d: { x: 1, y: 2, z: 4 } });
  });

  test('are not merged for a quoted <<', async () => {
    expect(await valueOf('"<<": { a: 1 }')).toEqual({ '<<': { a: 1 } });
  });

  test('of unknown tags are taken as written, with a warning at the tag', async () => {
    for (const tag of ['!mine', '!!timestamp', '!!binary', '!!js/function', '!!set']) {
      const result = await readFirst(yaml(`a: 1\nb: ${tag} 2026-11-01\n`));
      if (!result.ok) throw new Error(tag);
      expect(result.source.value).toEqual({ a: 1, b: '2026-11-01' });
      const place = { line: 2, column: 4, endColumn: 4 + tag.length };
      expect(result.warnings).toMatchObject([
        { problem: { code: 'suspicious-source', severity: 'warning' }, place },
      ]);
    }
  });

  test('keep lone surrogates, which a validator may refuse', async () => {
    expect(await valueOf('a: "\\ud800"')).toEqual({ a: '\ud800' });
  });
});

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

describe('keys', () => {
  test('that are there twice are an error at the second', async () => {
    const problem = await expectProblem(yaml('a:\n  b: 1\n  c: 2\n  ‹b›: 3\n'), 'duplicate-key');
    expect(problem.path).toEqual(['a', 'b']);
  });

  test('that only look different are there twice', async () => {
    await expectProblem(yaml('1: a\n‹"1"›: b\n'), 'duplicate-key');
  });

  test('named __proto__ are an error and pollute nothing', async () => {
    await expectProblem(yaml('a: 1\n‹__proto__›:\n  polluted: 1\n'), 'forbidden-key');
    await expectProblem(yaml('a: &k __proto__\n‹*k› :\n  polluted: 1\n'), 'forbidden-key');
    await expectProblem(yaml('<<: { ‹__proto__›: { polluted: 1 } }\n'), 'forbidden-key');
    await expectProblem(yaml('"\\x5f_proto__": 1'.replace(/^".*"/, '‹$&›')), 'forbidden-key');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('that are lists or maps are an error', async () => {
    const problem = await expectProblem(yaml('a: { ‹{ name }›: 1 }\n'), 'invalid-key');
    expect(problem.hint).toBe('If it is text, such as {{ name }}, put it in quotes.');
    await expectProblem(yaml('subject: {‹{ name }›}\n'), 'invalid-key');
    await expectProblem(yaml('? ‹[a]›\n: b\n'), 'invalid-key');
  });

  test('in their thousands are read in a moment', async () => {
    const text = Array.from({ length: 30_000 }, (_, index) => `k${index}: 1\n`).join('');
    expect(Object.keys((await valueOf(text)) as object)).toHaveLength(30_000);
  });
});

describe('aliases', () => {
  test('without an anchor above them are an error', async () => {
    await expectProblem(yaml('a: ‹*b›\nb: &b 1\n'), 'unknown-alias');
  });

  test('inside what they stand for are an error', async () => {
    await expectProblem(yaml('a: &a [1, ‹*a›]\n'), 'circular-value');
    await expectProblem(yaml('a: &a\n  <<: ‹*a›\n'), 'circular-value');
  });

  test('that make a bomb are an error', async () => {
    const levels = 'bcdefghi'.split('').map((name, index) => {
      const before = 'abcdefgh'[index] ?? '';
      return `${name}: &${name} [${Array(9).fill(`*${before}`).join(', ')}]\n`;
    });
    const problems = await problemsOf(yaml(`a: &a [lol]\n${levels.join('')}`));
    expect(problems.map(({ problem }) => problem.code)).toEqual(['too-many-values']);
  });

  test('of one anchor in their hundreds are fine', async () => {
    const value = await valueOf(`a: &a { b: 1 }\nl:\n${'  - *a\n'.repeat(500)}`);
    expect((value as { l: unknown[] }).l).toHaveLength(500);
  });

  test('that are merged have to be maps', async () => {
    await expectProblem(yaml('<<: ‹3›\n'), 'invalid-merge-key');
    await expectProblem(yaml('a: &a [1]\nb:\n  <<: ‹*a›\n'), 'invalid-merge-key');
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
