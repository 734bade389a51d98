import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  expectProblem,
  problemsOf,
  readFirst,
  sourceOf,
  writeFiles,
} from '../../../support/source-fixture.ts';
import { letRejectionsPass } from '../../../support/unheard-rejections.ts';
import { createMemoryStore } from '../../../../src/files/memory-store.ts';
import { readSource } from '../../../../src/source/read-source.ts';

const ts = (text: string) => ({ 'a.ts': text });
const valueOf = async (text: string) => (await sourceOf(ts(text))).value;

describe('the value', () => {
  test('is the default export, made with the modules that are given', async () => {
    const text =
      "import { defineIssue, intro } from 'galley';\nexport default defineIssue({ sections: [intro({ body: 'é👩‍👧' })] });";
    expect(await valueOf(text)).toEqual({ sections: [{ kind: 'intro', body: 'é👩‍👧' }] });
  });

  test('is one of this realm, so that a validator knows its objects', async () => {
    const value = (await valueOf('export default { d: new Date(0), l: [] };')) as {
      d: unknown;
      l: unknown;
    };
    expect(value.d).toBeInstanceOf(Date);
    expect(value.l).toBeInstanceOf(Array);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  test('is a copy without getters, proxies and classes', async () => {
    const text = `class A { b = 1; get c() { return 2; } }
export default { a: new A(), get d() { return 3; }, e: new Proxy({ f: 4 }, {}), g: [, 5] };`;
    const value = await valueOf(text);
    expect(value).toEqual({ a: { b: 1 }, d: 3, e: { f: 4 }, g: [undefined, 5] });
    expect(Object.getOwnPropertyDescriptor(value, 'd')).toHaveProperty('value', 3);
  });

  test('that defends itself is an error where it does', async () => {
    const getter = "export default { get a(): object { throw ‹new Error›('no'); } };";
    await expectProblem(ts(getter), 'source-throws');
    const proxy = 'export default new Proxy({}, { ownKeys() { throw 1; } });';
    const [problem] = await problemsOf(ts(proxy));
    expect(problem?.problem.code).toBe('source-throws');
    const hanging = 'export default { get a() { ‹for (;;);› } };';
    await expectProblem(ts(hanging), 'source-timeout', { timeoutMs: 50 });
  });

  test('that has no end is an error', async () => {
    const circle = 'const a: { b?: unknown } = {};\na.b = [a];\nexport default a;';
    const [inside] = await problemsOf(ts(circle));
    expect(inside?.problem.code).toBe('circular-value');
    const deep = 'const f = (): object => ({ get a() { return f(); } });\nexport default f();';
    expect((await problemsOf(ts(deep)))[0]?.problem.code).toBe('nested-too-deeply');
    const bomb = `let a: unknown = 'lol';
for (let i = 0; i < 9; i++) a = Array(9).fill(a);
export default { a };`;
    expect((await problemsOf(ts(bomb)))[0]?.problem.code).toBe('too-many-values');
    const proto = 'export default JSON.parse(\'{ "a": { "__proto__": { "b": 1 } } }\');';
    expect((await problemsOf(ts(proto)))[0]?.problem.code).toBe('forbidden-key');
  });

  test('may be a list', async () => {
    expect(await valueOf('export default [1];')).toEqual([1]);
  });

  test('is found in CommonJS too', async () => {
    expect(await valueOf('module.exports = { a: __filename.length > 1 };')).toEqual({ a: true });
    expect(await valueOf('exports.default = { a: 1 };')).toEqual({ a: 1 });
  });

  test('is found in a default export in a default export', async () => {
    const text = 'const m = { __esModule: true, default: { a: 1 } };\nexport default m;';
    expect(await valueOf(text)).toEqual({ a: 1 });
  });

  test('has no use for a key named default', async () => {
    expect(await valueOf('export default { default: 1 };')).toEqual({ default: 1 });
  });

  test('may use what Node has', async () => {
    const text =
      "import { basename } from 'node:path';\nimport { readFileSync } from 'fs';\nexport default { a: basename(import.meta.filename ?? __filename), b: readFileSync(__filename, 'utf8').length > 9 };";
    const result = await readFirst(ts(text));
    expect(result.ok && result.source.value).toEqual({ a: 'a.ts', b: true });
  });

  test('may use a package that is installed beside it', async () => {
    const source = await sourceOf({
      'a.ts': "import pkg, { x } from 'pkg';\nexport default { pkg, x };",
      'node_modules/pkg/index.js': 'module.exports = { x: 1 };',
    });
    expect(source.value).toEqual({ pkg: { x: 1 }, x: 1 });
  });

  test('leaves nothing behind, neither files nor globals', async () => {
    const before = Reflect.ownKeys(globalThis);
    const folder = await writeFiles(
      ts('export default { a: Reflect.ownKeys(globalThis).map(String) };'),
    );
    const cache = createMemoryStore();
    const result = await readSource(join(folder, 'a.ts'), { modules: {}, cache });
    expect(await readdir(folder)).toEqual(['a.ts']);
    expect(Reflect.ownKeys(globalThis)).toEqual(before);
    expect(JSON.stringify(result.ok && result.source.value)).not.toContain('run-module');
  });

  test('is the same whatever a tsconfig.json says', async () => {
    const source = await sourceOf({
      'a.ts': "import { intro } from 'galley';\nexport default { a: intro({}) };",
      'other.ts': 'export const intro = () => 1;',
      'tsconfig.json': '{ "compilerOptions": { "paths": { "galley": ["./other.ts"] } } }',
    });
    expect(source.value).toEqual({ a: { kind: 'intro' } });
  });
});

describe('local imports', () => {
  const files = {
    'issue/a.ts':
      "import { l } from '../_l';\nimport type { T } from './types.ts';\nimport d from './d.json';\nimport t from './t.txt';\nexport default { l, d, t } satisfies T;",
    '_l.ts': "export { l } from './_m.js';",
    '_m.ts': 'export const l = 1;',
    'issue/types.ts': 'export interface T { l: number }',
    'issue/d.json': '{ "x": 2 }',
    'issue/t.txt': 'three',
  };

  test('are read and listed after the file itself', async () => {
    const folder = await writeFiles(files);
    const result = await readSource(join(folder, 'issue/a.ts'), {
      modules: {},
      cache: createMemoryStore(),
    });
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    expect(result.source.value).toEqual({ l: 1, d: { x: 2 }, t: 'three' });
    expect(result.source.files[0]).toBe(join(folder, 'issue/a.ts'));
    const names = ['_l.ts', '_m.ts', 'issue/a.ts', 'issue/d.json', 'issue/t.txt'];
    expect(result.source.files.toSorted()).toEqual(names.map((name) => join(folder, name)));
  });

  test('that fail are listed too, to be watched', async () => {
    const result = await readFirst({
      'a.ts': "import { l } from './_l';\nimport { m } from './_m';\nexport default { l, m };",
      '_l.ts': 'export const l = ;',
      '_m.ts': 'export const m = 1;',
    });
    expect(result.ok).toBe(false);
    expect(!result.ok && result.files.map((file) => file.slice(-5)).toSorted()).toEqual([
      '/a.ts',
      '_l.ts',
      '_m.ts',
    ]);
  });

  test("of files that can't be read say why, at the import", async () => {
    const bytes = Buffer.from([0xff]);
    const at = "import l from ‹'./_l.ts'›;\nexport default { l };";
    const problem = await expectProblem({ 'a.ts': at, '_l.ts': bytes }, 'syntax-error');
    expect(problem.message).toContain('UTF-8');
    const png = "import l from ‹'./l.png'›;\nexport default { l };";
    await expectProblem({ 'a.ts': png, 'l.png': 'PNG' }, 'unresolved-import');
  });

  test('that are misspelt say what may be meant', async () => {
    const at = "import { l } from ‹'./_lniks'›;\nexport default { l };";
    const wrong = await expectProblem({ 'a.ts': at, '_links.ts': '' }, 'unresolved-import');
    expect(wrong.hint).toBe('Did you mean `./_links`?');
    const name = "import { ‹lniks› } from './_links.ts';\nexport default { a: lniks };";
    const files = { 'a.ts': name, '_links.ts': 'export const links = 1;' };
    expect((await expectProblem(files, 'unresolved-import')).hint).toBe('Did you mean `links`?');
    const none = "import ‹links› from './_links.ts';\nexport default { links };";
    const problem = await expectProblem({ ...files, 'a.ts': none }, 'unresolved-import');
    expect(problem.message).toBe('"_links.ts" has no default export.');
  });

  test('that lead nowhere are a problem at what is written', async () => {
    await expectProblem(
      ts("import l from ‹'./nope'›;\nexport default { l };"),
      'unresolved-import',
    );
    const files = {
      'a.ts': "import { ‹x› } from './_l';\nexport default { x };",
      '_l.ts': 'export const y = 1;',
    };
    await expectProblem(files, 'unresolved-import');
  });

  test('that are there twice in JSON are an error', async () => {
    const files = {
      'a.ts': "import d from './d.json';\nexport default { d };",
      'd.json': '{ "é": 1, "a": 1, ‹"a"›: 2 }',
    };
    await expectProblem(files, 'duplicate-key');
  });
});

describe('a file without usable data', () => {
  letRejectionsPass();

  test('has no default export', async () => {
    const text = 'const a = 1;\n‹export const b› = { a };\n';
    await expectProblem(ts(text), 'missing-default-export');
    const constant = "import { defineIssue } from 'galley';\n‹const a› = defineIssue({ b: 1 });\n";
    await expectProblem(ts(constant), 'missing-default-export');
    await expectProblem(ts('‹const a = { b: 1 };›\n'), 'missing-default-export');
    for (const text of ['', '// nothing\n', '\uFEFF\r\n']) {
      const [found] = await problemsOf(ts(text));
      expect(found?.problem.code).toBe('missing-default-export');
    }
  });

  test('exports a function, at the function', async () => {
    await expectProblem(ts('export default ‹() => ({ a: 1 })›;'), 'source-not-an-object');
    await expectProblem(ts('export default ‹function f() {›\n}'), 'source-not-an-object');
    const text = 'const issue = ‹() => ({})›;\nexport default issue;';
    const problem = await expectProblem(ts(text), 'source-not-an-object');
    expect(problem.message).toBe('The file exports a function, not an object.');
  });

  test('exports a class', async () => {
    await expectProblem(ts('export default ‹class A {}›'), 'source-not-an-object');
  });

  test('exports a promise, which may fail unheard', async () => {
    const text = "const load = async () => { throw new Error('no'); };\nexport default load();";
    const problems = await problemsOf(ts(text));
    expect(problems.map(({ problem }) => problem.code)).toEqual([
      'source-throws',
      'source-not-an-object',
    ]);
    expect(problems.map(({ place }) => [place.line, place.column])).toEqual([
      [1, 34],
      [2, 16],
    ]);
    await expectProblem(ts('export default Promise.‹resolve›({ a: 1 });'), 'source-not-an-object');
  });

  test('exports a text, a number or nothing', async () => {
    for (const value of ["'text'", '42', 'null', 'undefined', 'true', '1n', "Symbol('x')"]) {
      await expectProblem(ts(`export default ‹${value}›;`), 'source-not-an-object');
    }
  });
});
