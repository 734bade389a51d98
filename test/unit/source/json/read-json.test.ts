import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseJson } from '../../../../src/source/json/parse-json.ts';
import {
  expectPlace,
  expectProblem,
  problemsOf,
  sourceOf,
} from '../../../support/source-fixture.ts';

const json = (text: string) => ({ 'a.json': text });

describe('values', () => {
  test('are what JSON.parse makes of them', () => {
    // Objects with such a key are refused.
    const value = fc
      .jsonValue({ maxDepth: 4 })
      .filter((one) => !JSON.stringify(one).includes('__proto__'));
    fc.assert(
      fc.property(value, fc.constantFrom(undefined, 1, '\t'), (one, space) => {
        const text = JSON.stringify(one, null, space);
        expect(parseJson(text)).toMatchObject({ complaints: [] });
        expect(parseJson(text).root?.value).toEqual(JSON.parse(text));
      }),
    );
  });

  test('are refused when JSON.parse refuses them', () => {
    const token = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '1',
      '-',
      '01',
      'true',
      "'",
      '\\',
      ' ',
      '\t',
      '"\n"',
      'NaN',
      '.5',
    );
    fc.assert(
      fc.property(fc.array(token, { maxLength: 8 }), (tokens) => {
        const text = tokens.join('');
        let isValid = true;
        try {
          JSON.parse(text);
        } catch {
          isValid = false;
        }
        expect(parseJson(text).root !== null).toBe(isValid);
      }),
      { numRuns: 2000 },
    );
  });

  test('are read with a byte order mark and CRLF', async () => {
    const source = await sourceOf(json('\uFEFF{\r\n  "a": 1\r\n}\r\n'));
    expect(source.value).toEqual({ a: 1 });
  });
});

describe('places', () => {
  test('are those of values, keys and what lacks a key', async () => {
    await expectPlace(json('{ "a": [1, ‹"x"›] }'), { path: ['a', 1] });
    await expectPlace(json('{ "a": { ‹"b"›: 1 } }'), { path: ['a', 'b'], at: 'key' });
    await expectPlace(json('{ "a": { ‹"b"›: 1 } }'), { path: ['a', 'c'], at: 'missing' });
    await expectPlace(json('{ "a": ‹{}› }'), { path: ['a', 'c'], at: 'missing' });
    await expectPlace(json('{ "a": ‹[›1] }'), { path: ['a', 4] });
    await expectPlace(json('{ "a": ‹null› }'), { path: ['a', 'b', 'c'] });
  });
});

describe('syntax errors', () => {
  const cases: readonly (readonly [name: string, text: string])[] = [
    ['a comma too many', '{ "a": [1, 2‹,›] }'],
    ['a comma too few', '{ "a": 1 ‹"›b": 2 }'],
    ['a comment', '{ ‹//› x\n }'],
    ['single quotes', '{ "a": ‹\'›x\' }'],
    ['a key without quotes', '{ ‹a›: 1 }'],
    ['a word that is no value', '{ "a": ‹undefined› }'],
    ['a text without an end', '{ "a": ‹"›x\n }'],
    ['an unknown escape', '{ "a": "one ‹\\x›41" }'],
    ['a tab in a text', '{ "a": "one‹\t›two" }'],
    ['a missing colon', '{ "a" ‹1› }'],
    ['a file that ends too early', '{ "a": [1\n'],
    ['something behind the end', '{} ‹{›}'],
  ];
  for (const [name, text] of cases) {
    test(`of ${name} are placed exactly`, async () => {
      if (text.includes('‹')) await expectProblem(json(text), 'syntax-error');
      else expect((await problemsOf(json(text)))[0]?.place).toMatchObject({ line: 1, column: 10 });
    });
  }

  test('read well', async () => {
    const messages = await Promise.all(
      cases.map(async ([, text]) => {
        const [found] = await problemsOf(json(text));
        return `${found?.problem.message ?? ''} | ${found?.problem.hint ?? ''}`;
      }),
    );
    expect(messages).toMatchInlineSnapshot(`
      [
        "There is nothing after this comma. | Remove it.",
        "A comma or } is expected here, but there is "\\"". | ",
        "JSON has no comments. | Remove it, or write the file as YAML.",
        "A value is expected here, but there is "'". | Text stands in double quotes.",
        "A key is expected here, but there is "a". | Keys stand in double quotes.",
        "\`undefined\` is no value. | Text stands in double quotes.",
        "This text has no closing quote on its line. | ",
        "This escape is unknown to JSON. | Write \\\\ for a backslash.",
        "A control character is not allowed in a text. | Write \\t for a tab.",
        "A colon is expected after the key, but there is "1". | ",
        "A comma or ] is expected here, but the file ends. | ",
        "The data ended before this. | Keep one value in the file.",
      ]
    `);
  });
});

describe('files', () => {
  test('with a key twice are an error for each', async () => {
    const problems = await problemsOf(json('{ "a": 1, "a": { "b": 1, "\\u0062": 2 } }'));
    expect(problems.map(({ problem }) => problem.path)).toEqual([['a'], ['a', 'b']]);
    expect(problems.map(({ problem }) => problem.code)).toEqual(['duplicate-key', 'duplicate-key']);
    expect(problems.map(({ place }) => place.column)).toEqual([11, 26]);
  });

  test('with __proto__ as a key are an error and pollute nothing', async () => {
    await expectProblem(json('{ "a": { ‹"__proto__"›: { "polluted": 1 } } }'), 'forbidden-key');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('without data are a problem', async () => {
    for (const text of ['', ' \n ']) {
      expect((await problemsOf(json(text)))[0]?.problem.code).toBe('empty-source');
    }
    await expectProblem(json('‹null›'), 'source-not-an-object');
    await expectProblem(json(' ‹"text"›\n'), 'source-not-an-object');
  });

  test('nested too deep are a problem, not a crash', async () => {
    for (const text of ['['.repeat(100_000), '{"a":'.repeat(100_000)]) {
      expect((await problemsOf(json(text)))[0]?.problem.code).toBe('nested-too-deeply');
    }
  });
});
