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

describe('a file with wrong syntax', () => {
  const explained: readonly (readonly [name: string, text: string, message: string])[] = [
    ['a missing comma', 'export default { a: 1\n  ‹b›: 2 };', 'A comma is missing before this.'],
    ['a missing comma in a list', 'export default [1 ‹2›];', 'A comma is missing before this.'],
    [
      'text without quotes',
      'export default { a: Tables ‹and› chairs };',
      '`Tables and` is no value.',
    ],
    ['an apostrophe', "export default { a: 'It'‹s› so' };", 'The text ends at the quotation mark'],
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

describe('a file that fails when it runs', () => {
  letRejectionsPass();

  test('is a problem where an async function failed that nobody waits for', async () => {
    const text = `const fail = async () => { await null; throw ‹new Error›('no'); };
const careful = async () => { try { await fail(); } catch { return 1; } };
fail().catch(() => 0);
void careful();
void fail();
export default { a: 1 };`;
    const problem = await expectProblem(ts(text), 'source-throws');
    expect(problem.message).toContain('an async function in it stopped with an error: Error: no');
  });

  test('is none when what it does not wait for fails later', async () => {
    const keep: ((error: Error) => void)[] = [];
    const text = `import { keep } from 'galley';
const later = new Promise((_, fail) => keep.push(fail));
export default { a: typeof later };`;
    const result = await readFirst(ts(text), { modules: { galley: { keep } } });
    expect(result.ok && result.source.value).toEqual({ a: 'object' });
    const unheard: unknown[] = [];
    const hear = (reason: unknown) => unheard.push(reason);
    process.on('unhandledRejection', hear);
    for (const fail of keep) fail(new Error('no'));
    await new Promise((resolve) => setImmediate(resolve));
    process.off('unhandledRejection', hear);
    expect({ unheard, kept: keep.length }).toEqual({ unheard: [], kept: 1 });
  });

  test('says what may be meant by a name that is unknown', async () => {
    const text =
      "import { intro } from 'galley';\nconst url = '';\nexport default { a: ‹ulr›, intro };";
    expect((await expectProblem(ts(text), 'source-throws')).hint).toBe('Did you mean `url`?');
    const words = 'export default { a: ‹Tables› };';
    expect((await expectProblem(ts(words), 'source-throws')).hint).toContain('in quotes');
  });

  test('is a problem at the statement that threw what is no error', async () => {
    const text = "if ([].length) throw 'y';\n‹throw 'x';›\nexport default {};";
    await expectProblem(ts(text), 'source-throws');
    const only = 'const f = (n: number) => { ‹throw n;› };\nexport default { a: f(1) };';
    await expectProblem(ts(only), 'source-throws');
  });

  test('holds no promise among its data', async () => {
    const text = 'export default { a: [‹Promise.resolve(1)›] };';
    const problem = await expectProblem(ts(text), 'invalid-type');
    expect(problem.message).toBe("a[0] is a promise, and a data file isn't waited for.");
  });
  test('is a problem where it threw', async () => {
    const problem = await expectProblem(
      ts(
        'interface A { a: 1 }\nconst x: A | undefined = undefined;\n\nexport default { a: ‹x›.a };'
          .replace('‹x›.a', 'x‹!.a›')
          .replace('‹!.a›', '!.‹a›'),
      ),
      'source-throws',
    );
    expect(problem.message).toContain(
      "TypeError: Cannot read properties of undefined (reading 'a')",
    );
  });

  test('is a problem at the name that is unknown', async () => {
    await expectProblem(ts('export default {\n  a: ‹nothing.there›,\n};'), 'source-throws');
  });

  test('is a problem in the import that threw', async () => {
    const files = {
      'a.ts': "import { l } from './_l';\nexport default { l };",
      '_l.ts': "const l: number = 1;\n\nthrow ‹new Error›('no');\nexport { l };",
    };
    await expectProblem(files, 'source-throws');
  });

  test('is a problem at its call when what it calls threw', async () => {
    const modules = {
      galley: {
        intro: () => {
          throw new Error('one\ntwo');
        },
      },
    };
    const text = "import { intro } from 'galley';\nexport default { a: ‹intro›({}) };";
    const problem = await expectProblem(ts(text), 'source-throws', { modules });
    expect(problem.message).toMatch(/stopped with an error: Error: one$/);
  });

  test('is a problem whatever it throws', async () => {
    const throws = [
      "'text'",
      'null',
      'undefined',
      '{ a: 1 }',
      '[]',
      '() => 1',
      'Symbol("x")',
      '1n',
      '{ get stack() { throw 1; }, get message() { throw 2; }, toString() { throw 3; } }',
      "new Proxy({}, { get() { throw new Error('x'); }, getPrototypeOf() { throw 1; }, has() { throw 1; } })",
      "Object.assign(new Error('x'), { stack: 7, name: Symbol('y') })",
      "Object.assign(new Error('x'), { code: 'ERR_SCRIPT_EXECUTION_TIMEOUT', stack: null })",
    ];
    for (const thrown of throws) {
      const [found] = await problemsOf(ts(`throw ${thrown};\nexport default {};`));
      expect(found?.problem.code, thrown).toMatch(/^source-(throws|timeout)$/);
      expect(found?.problem.message.includes('\n')).toBe(false);
      expect(found?.place.line).toBe(1);
    }
  });

  test('is a problem when it never ends', async () => {
    const text =
      'const l: number[] = [];\nfor (const x of [1]) l.push(x);\n‹for (;;) l.length = 0;›\nexport default { l };';
    const problem = await expectProblem(ts(text), 'source-timeout', { timeoutMs: 50 });
    expect(problem.message).toBe('The file was still running after 0.05 s, so it was stopped.');
    const files = {
      'a.ts': "import './_l';\nexport default {};",
      '_l.ts': 'let i = 0;\n‹while (i < 1)› i -= 1;'.replace(
        '‹while (i < 1)› i -= 1;',
        '‹while (i < 1) i -= 1;›',
      ),
    };
    await expectProblem(files, 'source-timeout', { timeoutMs: 50 });
  });

  test('is a problem at its start when it never ends and has no loop', async () => {
    const text =
      '‹const f = (): number => { try { return f(); } catch { return f(); } };›\nexport default { a: f() };';
    await expectProblem(ts(text), 'source-timeout', { timeoutMs: 50 });
  });

  test('is a problem at the statement that only the engine refuses', async () => {
    const text = 'const a = 1;\n‹const› r = /(?<n>a)(?<n>b)/;\nexport default { a, r };';
    await expectProblem(ts(text), 'source-throws');
  });

  test('is a problem when it calls itself without end', async () => {
    const [found] = await problemsOf(
      ts('const f = (): number => 1 + f();\nexport default { a: f() };'),
    );
    expect(found).toMatchObject({ problem: { code: 'source-throws' }, place: { line: 1 } });
  });
});

describe("a file that asks for what isn't there", () => {
  test('is a problem at the name of the package', async () => {
    const problem = await expectProblem(
      ts('import { a } from \'node:path\';\nimport x from ‹"galey"›;\nexport default { x };'),
      'unresolved-import',
    );
    expect(problem).toMatchObject({
      message: 'The package "galey" isn\'t installed.',
      hint: 'Did you mean galley?',
    });
  });

  test("is a problem where it uses what a module doesn't export", async () => {
    const text = "import { workinOn } from ‹'galley'›;\nexport default { a: workinOn({}) };";
    const problem = await expectProblem(
      ts(text.replace("‹'galley'›", "'galley'").replace('a: workinOn', 'a: ‹workinOn›')),
      'unresolved-import',
    );
    expect(problem).toMatchObject({
      message: '"galley" exports no `workinOn`.',
      hint: 'Did you mean `workingOn`?',
    });
  });

  test('is a problem at the import of a package that fails', async () => {
    const files = {
      'a.ts': "import x from ‹'pkg'›;\nexport default { x };",
      'node_modules/pkg/index.js': "throw new Error('broken');",
    };
    await expectProblem(files, 'source-throws');
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
