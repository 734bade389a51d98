import { describe, test } from 'vitest';
import { expectPlace } from '../../../support/source-fixture.ts';

const start = "import { defineIssue, intro, workingOn } from 'galley';\n";
const ts = (text: string) => ({ 'a.ts': start + text });

describe('the place of a value that a function gives', () => {
  test('is the argument, or what the function says itself', async () => {
    const item = (url: string, by: string) =>
      ts(`const item = (title: string, url = ${url}) => ({ title, url, by: ${by} });
export default { l: [item('One', 'x'), item('Two')] };`);
    await expectPlace(
      ts("const f = (url: string) => ({ url });\nexport default { a: f(‹'x'›) };"),
      { path: ['a', 'url'] },
    );
    await expectPlace(item("‹'y'›", "'z'"), { path: ['l', 1, 'url'] });
    await expectPlace(item("'y'", "‹'z'›"), { path: ['l', 0, 'by'] });
  });

  test('is found past constants and parameters in brackets', async () => {
    const text = `function item({ links: [first, { url: second = ‹'z'› }] }: any) {
  const copy = { first, second };
  return { ...copy };
}
export default { a: item({ links: ['x', {}] }) };`;
    await expectPlace(ts(text), { path: ['a', 'second'] });
  });

  test('is found in functions of other files, and in those that call others', async () => {
    const files = {
      'a.ts': "import * as f from './_f';\nexport default { a: f.item({ url: 'x' }) };",
      '_f.ts': `import { intro } from 'galley';
export const item = ({ url }: { url: string }) => intro(both(url));
function both(url: string) { return { url, other: ‹'y'› }; }`,
    };
    await expectPlace(files, { path: ['a', 'other'] });
  });

  test('is the call where only running it would tell', async () => {
    const loop = 'const f = (n: number) => { for (;;) return { a: n }; };\n';
    await expectPlace(ts(`${loop}export default { x: ‹f(1)› };`), { path: ['x', 'a'] });
    const branch = "const f = (n: number) => { if (n > 0) return 'x'; return 'y'; };\n";
    await expectPlace(ts(`${branch}export default { x: ‹f(1)› };`), { path: ['x'] });
    const changed = "const f = (s: string) => { s = 'y'; return s; };\n";
    await expectPlace(ts(`${changed}export default { x: ‹f('x')› };`), { path: ['x'] });
    const again = 'const f = (n: number): object => (n > 20 ? { n } : f(‹n + 1›));\n';
    await expectPlace(ts(`${again}export default { x: f(1) };`), { path: ['x', 'n'] });
  });

  test('is found in the list that is gone through', async () => {
    const links = "const links = [['One', 'x'], ['Two', ‹'y'›]];\n";
    const map = 'links.map(([title, url]) => ({ title, url }))';
    await expectPlace(ts(`${links}export default { l: ${map} };`), { path: ['l', 1, 'url'] });
    await expectPlace(ts(`${links}export default { l: [0, ...${map}, 1] };`), {
      path: ['l', 2, 'url'],
    });
    const sorted =
      "const l = [{ a: 'z' }, { a: ‹'b'› }].toSorted((x, y) => (x.a < y.a ? -1 : 1));\n";
    await expectPlace(ts(`${sorted}export default { l };`), { path: ['l', 0, 'a'] });
  });

  test('is the member that is taken from a list', async () => {
    const list = "const l = [{ a: 'x' }, { a: ‹'y'› }];\n";
    await expectPlace(ts(`${list}export default { b: l.at(-1) };`), { path: ['b', 'a'] });
    await expectPlace(ts(`${list}export default { b: l.find(({ a }) => a > 'x') };`), {
      path: ['b', 'a'],
    });
  });

  test('is the member that is known of a list to which more was added', async () => {
    const list = "const l = ['x'];\nfor (const y of ['y']) l.unshift(y);\n";
    const text = list.replace("'x'", "‹'x'›");
    await expectPlace(ts(`${text}export default { l: [...l, 'z'] };`), { path: ['l', 1] });
    await expectPlace(ts(`${list}export default { l: ‹l.join()› };`), { path: ['l'] });
  });

  test('is found in what is assigned together', async () => {
    const text = "const base = { a: 'x', b: 'y' };\n";
    const whole = "Object.assign({}, base, { a: ‹'z'› })";
    await expectPlace(ts(`${text}export default ${whole};`), { path: ['a'] });
  });

  test('is found in a list that is given back', async () => {
    const text = 'export default { l: Object.freeze([1, ‹2›]) };';
    await expectPlace(ts(text), { path: ['l', 1] });
  });
});

describe('the place of a value that a condition decides', () => {
  test('is in the branch that was taken', async () => {
    const one = 'const one = [1].length === 1;\n';
    await expectPlace(ts(`${one}export default { a: one ? ‹'x'› : 'y' };`), { path: ['a'] });
    await expectPlace(ts(`${one}export default { a: !one ? 'x' : ‹'y'› };`), { path: ['a'] });
    await expectPlace(ts(`${one}export default { a: undefined ?? (null || ‹'y'›) };`), {
      path: ['a'],
    });
    const objects = `${one}export default { a: one ? { b: 'x', c: ‹''› } : { b: 'y', c: '' } };`;
    await expectPlace(ts(objects), { path: ['a', 'c'] });
  });

  test('is found in what is spread only then', async () => {
    const one = 'const one = [1].length === 1;\n';
    await expectPlace(ts(`${one}export default { ...(one && { a: ‹'x'› }) };`), { path: ['a'] });
    await expectPlace(ts(`${one}export default { a: ‹'y'›, ...(!one && { a: 'x' }) };`), {
      path: ['a'],
    });
    const list = `${one}export default { l: [0, ...(one ? ['x', ‹'y'›] : []), 2] };`;
    await expectPlace(ts(list), { path: ['l', 2] });
  });
});

describe('the place of a value of a variable', () => {
  test('is the literal when it is given a value once', async () => {
    await expectPlace(ts("let a = ‹'x'›;\nexport default { a };"), { path: ['a'] });
    await expectPlace(ts("let a: string = ‹'x'›;\nexport default { a, b: a === 'y' };"), {
      path: ['a'],
    });
    await expectPlace(ts("let a = 'x';\na += 'y';\nexport default { b: ‹a› };"), { path: ['b'] });
  });

  test('is found past names in brackets', async () => {
    const text =
      'const { a, b: [, c], ...d } = { a: 1, b: [2, ‹3›], e: 4 };\nexport default { c };';
    await expectPlace(ts(text), { path: ['c'] });
  });

  test('is what a later statement puts there', async () => {
    const issue = "const issue = { a: 'x', l: [1] };\n";
    await expectPlace(ts(`${issue}issue.a = ‹'y'›;\nexport default issue;`), { path: ['a'] });
    await expectPlace(ts(`${issue}issue['a'] = ‹'y'›;\nexport default issue;`), { path: ['a'] });
    const list = 'const l = [1];\nl.push(2, ‹3›);\nexport default { l: [0, ...l] };';
    await expectPlace(ts(list), { path: ['l', 3] });
  });

  test('is the nearest that is known when what is written is not what is there', async () => {
    const text = "const a = { ‹b›: 'x' };\nObject.assign(a, { b: 'y' });\nexport default { a };";
    await expectPlace(ts(text), { path: ['a', 'b'] });
  });
});

describe('the place of a value in an imported file', () => {
  test('is found through named, renamed and default imports', async () => {
    await expectPlace(
      {
        'a.ts': "import { l as m } from './_l.ts';\nexport default { a: m.x };",
        '_l.ts': 'export const l = { x: ‹1› };',
      },
      { path: ['a'] },
    );
    await expectPlace(
      {
        'a.ts': "import l from './_l';\nexport default { a: l };",
        '_l.ts': 'export default { x: ‹1› };',
      },
      { path: ['a', 'x'] },
    );
  });

  test('is found through a namespace', async () => {
    await expectPlace(
      {
        'a.ts': "import * as l from './_l.js';\nexport default { a: l.x, ...l };",
        '_l.ts': 'export const x = ‹1›;',
      },
      { path: ['a'] },
    );
  });

  test('is found through files that export what others do', async () => {
    const files = {
      'a.ts': "import { a, b, c, d } from './shared';\nexport default { a, b, c, d };",
      'shared/index.ts':
        "export * from './one';\nexport { two as b, default as c } from './two';\nimport { e } from './two';\nexport { e as d };",
      'shared/one.ts': 'export const a = 1;',
      'shared/two.ts': 'export const two = 2, e = 4;\nexport default 3;',
    };
    const one = { ...files, 'shared/one.ts': 'export const a = ‹1›;' };
    await expectPlace(one, { path: ['a'] });
    const two = (text: string) => ({ ...files, 'shared/two.ts': text });
    await expectPlace(two('export const two = ‹2›, e = 4;\nexport default 3;'), { path: ['b'] });
    await expectPlace(two('export const two = 2, e = 4;\nexport default ‹3›;'), { path: ['c'] });
    await expectPlace(two('export const two = 2, e = ‹4›;\nexport default 3;'), { path: ['d'] });
  });

  test('is found in JSON', async () => {
    const data = '{ "items": [{ "url": ‹"x"› }, 2] }';
    await expectPlace(
      { 'a.ts': "import data from './d.json';\nexport default { ...data };", 'd.json': data },
      { path: ['items', 0, 'url'] },
    );
    await expectPlace(
      {
        'a.ts': "import data from './d.json';\nexport default { l: [0, ...data.items] };",
        'd.json': data,
      },
      { path: ['l', 1, 'url'] },
    );
  });

  test('is the use of what a package gives', async () => {
    const text = "import { sep } from 'node:path';\nexport default { a: ‹sep› };";
    await expectPlace({ 'a.ts': text }, { path: ['a'] });
  });
});
