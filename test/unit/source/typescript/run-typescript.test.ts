import { describe, expect, test } from 'vitest';
import { expectProblem, problemsOf, readFirst } from '../../../support/source-fixture.ts';
import { letRejectionsPass } from '../../../support/unheard-rejections.ts';

const ts = (text: string) => ({ 'a.ts': text });

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

  test('makes Node warn of nothing', async () => {
    const warnings: unknown[] = [];
    const hear = (warning: unknown) => warnings.push(warning);
    process.on('warning', hear);
    await problemsOf(ts("Promise.reject(new Error('no'));\nexport default { a: 1 };"));
    await new Promise((resolve) => setImmediate(resolve));
    process.off('warning', hear);
    expect(warnings).toEqual([]);
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

  test.each(['setTimeout', 'setInterval', 'setImmediate'])(
    'is a problem where %s is to run something later, which could end or hold the command',
    async (name) => {
      const text = `‹${name}›(() => { throw new Error('later'); }, 1);\nexport default { a: 1 };`;
      const problem = await expectProblem(ts(text), 'source-throws');
      expect(problem.message).toContain(
        `${name}() is for later, and a data file isn't waited for.`,
      );
    },
  );

  test('says what to import for a name of Galley, and is placed at it', async () => {
    const text = 'export default { a: [1, ‹workingOn›({ body: `x` })] };';
    const problem = await expectProblem(ts(text), 'source-throws');
    expect(problem.hint).toBe("Import it: import { workingOn } from 'galley';");
  });

  test('says how a backtick is written where two texts stand side by side', async () => {
    const text = 'export default { a: ‹`›use ``code`` here` };';
    const problem = await expectProblem(ts(text), 'source-throws');
    expect(problem.hint).toContain('every backtick');
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
