import { describe, test } from 'vitest';
import { expectPlace } from '../../../support/source-fixture.ts';

const start = "import { defineIssue, intro, workingOn } from 'galley';\n";
const ts = (text: string) => ({ 'a.ts': start + text });

describe('the place of a value in a .ts file', () => {
  test('is the literal', async () => {
    await expectPlace(ts("export default { a: 1, subject: ‹'hi'›, b: 2 };"), { path: ['subject'] });
  });

  test('is found in the object that a builder is given', async () => {
    const text = "export default defineIssue({ sections: [intro({ body: ‹'hi'› })] });";
    await expectPlace(ts(text), { path: ['sections', 0, 'body'] });
  });

  test('is found through types', async () => {
    const text = 'type X = { a: readonly number[] };\n';
    const value = '((<X>{ a: ([0, ‹1›] as const)! }) as X) satisfies X';
    await expectPlace(ts(`${text}export default ${value};`), { path: ['a', 1] });
  });

  test('is found through a constant that is exported by default', async () => {
    await expectPlace(ts('const issue = { a: ‹1› };\nexport default issue;'), { path: ['a'] });
    await expectPlace(ts('const issue = { a: ‹1› };\nexport { issue as default };'), {
      path: ['a'],
    });
  });

  test('is the literal of a constant', async () => {
    await expectPlace(ts("const subject = ‹'hi'›;\nexport default { subject };"), {
      path: ['subject'],
    });
    await expectPlace(ts("const a = ‹'hi'›;\nconst b = a;\nexport default { subject: b };"), {
      path: ['subject'],
    });
  });

  test('is found in a constant object', async () => {
    const text = "const links = { blog: { url: ‹'x'› }, 'b c': 1, 7: 2 };\n";
    await expectPlace(ts(`${text}export default { url: links.blog.url };`), { path: ['url'] });
    await expectPlace(ts(`${text}export default { url: links['blog'].url };`), { path: ['url'] });
    await expectPlace(ts(`${text}export default { blog: links.blog };`), { path: ['blog', 'url'] });
  });

  test('is found in a constant list', async () => {
    await expectPlace(ts('const l = [1, ‹2›];\nexport default { a: l[1] };'), { path: ['a'] });
  });

  test('is the use of a variable that may change, or of what a function gives', async () => {
    await expectPlace(ts("let a = 'x';\na = 'y';\nexport default { a: ‹a› };"), { path: ['a'] });
    await expectPlace(ts("export default { a: ‹String('x')› };"), { path: ['a'] });
    await expectPlace(ts('export default { a: ‹process.cwd()› };'), { path: ['a'] });
  });

  test('is a whole expression', async () => {
    await expectPlace(ts("export default { a: ‹'x' + 'y'›, b: 1 };"), { path: ['a'] });
    await expectPlace(ts('export default { a: ‹`x${1}`›, b: 1 };'), { path: ['a'] });
    await expectPlace(ts('export default { a: ‹1 > 2› };'), { path: ['a'] });
  });

  test('is the first line of a text that goes on', async () => {
    await expectPlace(ts('export default { a: ‹`one›  \ntwo` };'), { path: ['a'] });
  });

  test("is an object's first key, or its braces when it is empty", async () => {
    await expectPlace(ts('export default { a: { ‹b›: 1, c: 2 } };'), { path: ['a'] });
    await expectPlace(ts("export default { a: { ‹'b'›: 1, c: 2 } };"), { path: ['a'] });
    await expectPlace(ts('export default { a: ‹{}› };'), { path: ['a'] });
  });

  test("is a list's bracket, or all of it when it is empty", async () => {
    await expectPlace(ts('export default { a: ‹[›1, 2] };'), { path: ['a'] });
    await expectPlace(ts('export default { a: ‹[ ]› };'), { path: ['a'] });
  });

  test("is a builder's name", async () => {
    const text = "export default defineIssue({ sections: [‹intro›({ body: 'x' })] });";
    await expectPlace(ts(text), { path: ['sections', 0] });
    await expectPlace(ts(text), { path: ['sections', 0, 'kind'] });
    await expectPlace(ts(text), { path: ['sections', 0, 'kind'], at: 'key' });
  });

  test('is the kind that is written, when a builder is given one', async () => {
    const text = "export default { sections: [intro({ kind: ‹'x'› } as object)] };";
    await expectPlace(ts(text), { path: ['sections', 0, 'kind'] });
  });

  test("is a builder's name behind a dot", async () => {
    const text = "import * as g from 'galley';\nexport default { a: [g.‹intro›({ body: 'x' })] };";
    await expectPlace({ 'a.ts': text }, { path: ['a', 0] });
  });

  test('is found in a builder that is given a constant', async () => {
    const text = "const fields = { body: ‹'x'› };\nexport default { a: [workingOn(fields)] };";
    await expectPlace(ts(text), { path: ['a', 0, 'body'] });
  });

  test('is found in what is spread into an object, where the later wins', async () => {
    const base = "const base = { a: ‹'x'›, b: 'y' };\n";
    await expectPlace(ts(`${base}export default { ...base, b: 1 };`), { path: ['a'] });
    await expectPlace(ts(`${base}export default { a: 1, ...base };`), { path: ['a'] });
    await expectPlace(ts("const b = { a: 'x' };\nexport default { ...b, a: ‹1› };"), {
      path: ['a'],
    });
  });

  test('is found under a computed key', async () => {
    await expectPlace(ts("const k = 'a';\nexport default { [k]: ‹1› };"), { path: ['a'] });
    await expectPlace(ts('export default { [`a`]: ‹1› };'), { path: ['a'] });
  });

  test('is the body of a getter', async () => {
    await expectPlace(ts('export default { get a() ‹{ return 1; }› };'), { path: ['a'] });
  });

  test('counts the members of a list that is spread', async () => {
    const more = "const more = ['a', ...[‹'b'›], 'c'];\n";
    await expectPlace(ts(`${more}export default { l: [0, ...more, 4] };`), { path: ['l', 2] });
    await expectPlace(ts(`const more = [1, 2];\nexport default { l: [0, ...more, ‹3›] };`), {
      path: ['l', 3],
    });
  });

  test('counts from the back behind a spread of unknown length', async () => {
    const text = 'const f = () => Array(2).fill(9);\n';
    await expectPlace(ts(`${text}export default { l: [0, ...f(), 3, ‹4›] };`), { path: ['l', 4] });
    await expectPlace(ts(`${text}export default { l: [0, ‹...f()›, 3, 4] };`), { path: ['l', 2] });
    await expectPlace(ts(`${text}export default { l: [‹0›, ...f(), 3, 4] };`), { path: ['l', 0] });
    await expectPlace(ts(`${text}export default { l: ‹[›...f(), 0, ...f()] };`), {
      path: ['l', 2],
    });
  });

  test('counts the holes of a list', async () => {
    await expectPlace(ts('export default { l: [0, , ‹2›] };'), { path: ['l', 2] });
  });

  test('counts UTF-16 units, past a byte order mark, CRLF and other line breaks', async () => {
    await expectPlace(
      {
        'a.ts': '\uFEFFconst x = "\u2028";\r\nexport default { "👩‍👧": 1,\r\n  a: ‹x›, };'.replace(
          '‹x›',
          '‹1›',
        ),
      },
      { path: ['a'] },
    );
  });
});

describe('the place of a key in a .ts file', () => {
  test('is the key', async () => {
    await expectPlace(ts('export default { a: 1, ‹preheadr›: 2 };'), {
      path: ['preheadr'],
      at: 'key',
    });
    await expectPlace(ts('const x = 1;\nexport default { a: 1, ‹x› };'), {
      path: ['x'],
      at: 'key',
    });
    await expectPlace(
      ts("export default { a: 1, ['‹'x y›']: 2 };".replace("'‹'x y›'", "‹'x y'›")),
      {
        path: ['x y'],
        at: 'key',
      },
    );
  });

  test('is the key in the constant that has it', async () => {
    const text = 'const base = { ‹urll›: 1 };\nexport default { a: [{ ...base }] };';
    await expectPlace(ts(text), { path: ['a', 0, 'urll'], at: 'key' });
  });
});

describe('the place of a missing key in a .ts file', () => {
  test('is the first key of the object that lacks it', async () => {
    const text = 'export default defineIssue({ sections: [intro({\n  ‹greeting›: 1, x: 2 })] });';
    await expectPlace(ts(text), { path: ['sections', 0, 'body'], at: 'missing' });
  });

  test('is the braces of an empty object, or what is spread into it', async () => {
    await expectPlace(ts('export default { a: intro(‹{}›) };'), {
      path: ['a', 'b'],
      at: 'missing',
    });
    await expectPlace(ts('const b = {};\nexport default { a: { ‹...b› } };'), {
      path: ['a', 'b'],
      at: 'missing',
    });
  });

  test('is the key that holds undefined', async () => {
    await expectPlace(ts('export default { a: 1, ‹b›: undefined };'), {
      path: ['b'],
      at: 'missing',
    });
  });

  test('is the object itself when its own path is given', async () => {
    await expectPlace(ts('export default { a: [{ ‹x›: 1 }] };'), { path: ['a', 0], at: 'missing' });
  });
});

describe('a path that leads nowhere in a .ts file', () => {
  test('is placed at the nearest parent', async () => {
    await expectPlace(ts("export default { sections: [‹intro›({ body: 'x' })] };"), {
      path: ['sections', 0, 'x', 'y'],
    });
  });

  test('is placed at the export', async () => {
    await expectPlace(ts('export default ‹defineIssue›({ a: 1 });'), { path: [] });
    const text = 'const f = () => ‹Object.fromEntries([["a", 1]])›;\nexport default f();';
    await expectPlace(ts(text), { path: ['a'] });
  });

  test("is placed at the file's start when there is no export to be found", async () => {
    await expectPlace({ 'a.ts': '‹module.exports = { a: 1 };›' }, { path: ['a'] });
  });
});
