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
