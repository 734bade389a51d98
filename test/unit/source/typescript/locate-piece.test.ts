import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SourceNode } from '../../../../src/source/source-node.ts';
import { findDefaultExport } from '../../../../src/source/typescript/locate-typescript.ts';
import {
  NEEDLE,
  anyText,
  escapeNonAscii,
  expectFound,
  haystack,
  textAt,
} from '../../../support/needles.ts';
import { expectPlace } from '../../../support/source-fixture.ts';

describe('in TypeScript', () => {
  const quote = fc.constantFrom("'", '"', '`');

  test('a piece of a literal is found', () => {
    fc.assert(
      fc.property(anyText, quote, fc.boolean(), ({ text, offset }, mark, ascii) => {
        const literal = toLiteral(text, mark, ascii);
        const node = nodeOf(`export default { a: ${literal} };`);
        expectFound(node, text, offset);
      }),
      { numRuns: 500 },
    );
  });

  test('a piece of what is put together from literals and constants is found', () => {
    const pieces = fc.array(fc.record({ text: haystack, mark: quote, ascii: fc.boolean() }), {
      maxLength: 4,
    });
    const how = fc.constantFrom('concatenated', 'template', 'constant');
    fc.assert(
      fc.property(pieces, anyText, pieces, how, (before, middle, behind, joined) => {
        const all = [...before, { text: middle.text, mark: "'", ascii: false }, ...behind];
        const literals = all.map(({ text, mark, ascii }) => toLiteral(text, mark, ascii));
        const value = all.map(({ text }) => text).join('');
        const offset = before.map(({ text }) => text).join('').length + middle.offset;
        const constants = literals
          .map((literal, index) => `const c${index} = ${literal};\n`)
          .join('');
        const names = literals.map((_, index) => `c${index}`);
        const code = {
          concatenated: `export default { a: ${literals.join('\n + ')} };`,
          template: `export default { a: \`${literals.map((one) => `\${${one}}`).join('')}\` };`,
          constant: `${constants}export default { a: ${names.join(' + ')} };`,
        }[joined];
        expect(textAt(nodeOf(code), value, offset)).toBe(NEEDLE);
      }),
      { numRuns: 300 },
    );
  });

  test('a piece beside an expression that is only known by running it is found', async () => {
    const text = (a: string, b: string) =>
      `const f = () => { for (;;) return 'xyz'; };\nexport default { a: \`${a} \${f()} ${b}\` };`;
    const piece = (offset: number) => ({ path: ['a'], piece: { offset, length: 3 } });
    await expectPlace({ 'a.ts': text('‹one›', 'one') }, piece(0));
    await expectPlace({ 'a.ts': text('one', '‹one›') }, piece(8));
    await expectPlace({ 'a.ts': text('one', 'one').replace('${f()}', '${‹f()›}') }, piece(4));
  });

  test('a piece of a text that was changed afterwards is found by its words', async () => {
    const text = 'export default { a: `\n  one two\n  ‹one› two\n`.trim() };';
    await expectPlace({ 'a.ts': text }, { path: ['a'], piece: { offset: 10, length: 3 } });
  });

  test('a piece that goes over two literals is marked from the one to the other', async () => {
    const text = "export default { a: 'one ‹two' + ' three›' };";
    await expectPlace({ 'a.ts': text }, { path: ['a'], piece: { offset: 4, length: 9 } });
  });

  test('a piece that a constant is only a part of is marked where that is used', async () => {
    const host = "const host = 'x.org';\n";
    const piece = { path: ['a'], piece: { offset: 4, length: 11 } };
    const template = `${host}export default { a: \`see ‹ftp://\${host}›, \${host}\` };`;
    await expectPlace({ 'a.ts': template }, piece);
    const sum = `${host}export default { a: 'see ‹ftp://' + host› + ', ' + host };`;
    await expectPlace({ 'a.ts': sum }, piece);
  });

  test('a piece between two expressions is found by the words around it', async () => {
    const f = 'const f = () => Date.now();\n';
    const at = `${String(Date.now())} and `.length;
    const text = `${f}export default { a: \`\${f()} and ‹x:y› and \${f()}\` };`;
    await expectPlace({ 'a.ts': text }, { path: ['a'], piece: { offset: at, length: 3 } });
  });

  test('a piece of what is not the sum of texts but of numbers is not sought in them', async () => {
    const text = 'export default { a: `${3 + 4} ‹x:y› ${1 + 2}` };';
    await expectPlace({ 'a.ts': text }, { path: ['a'], piece: { offset: 2, length: 3 } });
  });

  test('a piece of joined lines is found in its line', async () => {
    const lines =
      "const last = '‹x:y›';\nexport default { a: ['one', 'x:y two', last].join('\\n') };";
    await expectPlace({ 'a.ts': lines }, { path: ['a'], piece: { offset: 12, length: 3 } });
    const text = "export default { a: ['x:y', `‹x:y›`].map(String).join(' ') };";
    await expectPlace({ 'a.ts': text }, { path: ['a'], piece: { offset: 4, length: 3 } });
  });

  test('a piece of a text that a tag takes the indentation off is found', async () => {
    const tag = 'const t = ([s = ""]: TemplateStringsArray) => s.replace(/^ +/gm, "").trim();\n';
    const text = `${tag}export default { a: t\`\n    \\u{41} x:y\n      ‹x:y›\n  \` };`;
    await expectPlace({ 'a.ts': text }, { path: ['a'], piece: { offset: 6, length: 3 } });
  });

  test('a piece of raw text is found past its backslashes', async () => {
    const text = 'export default { a: String.raw`\\n ‹x:y›` };';
    await expectPlace({ 'a.ts': text }, { path: ['a'], piece: { offset: 3, length: 3 } });
  });

  test('a piece of the text that a condition chose is found there', async () => {
    const text =
      "const y = [1].length > 0;\nexport default { a: `${y ? 'see ‹x:y›' : 'x:y'} x:y` };";
    await expectPlace({ 'a.ts': text }, { path: ['a'], piece: { offset: 4, length: 3 } });
  });

  test('a piece that goes over lines is marked to the end of the first', async () => {
    const text = 'export default { a: `one ‹two›  \nthree` };';
    await expectPlace({ 'a.ts': text }, { path: ['a'], piece: { offset: 4, length: 9 } });
  });

  test('a piece that is an escape is marked with its backslash', async () => {
    const text = "export default { a: 'one ‹\\u{1F600}› two' };";
    await expectPlace({ 'a.ts': text }, { path: ['a'], piece: { offset: 4, length: 2 } });
  });

  test('a piece of a constant of another file is found there', async () => {
    const files = {
      'a.ts': "import { url } from './_l.ts';\nexport default { a: `see ${url}` };",
      '_l.ts': "export const url = 'ftp://‹x.org›';",
    };
    await expectPlace(files, { path: ['a'], piece: { offset: 10, length: 5 } });
  });

  function nodeOf(code: string): SourceNode {
    const file = '/a.ts';
    const root = findDefaultExport(file, { texts: new Map([[file, code]]), imports: new Map() });
    const node = root?.child('a', null)?.node;
    if (node === undefined) throw new Error(`There is no \`a\` in ${code}`);
    return node;
  }
});

/** Writes a text as a JavaScript literal, in one of the ways there are. */
function toLiteral(text: string, mark: string, ascii: boolean): string {
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll(mark, `\\${mark}`)
    .replaceAll('\r', '\\r')
    .replaceAll('\0', '\\x00')
    .replaceAll('${', mark === '`' ? '\\${' : '${')
    .replaceAll('\n', mark === '`' ? '\n' : '\\n\\\n')
    .replaceAll(/\p{Surrogate}/gu, (unit) => `\\u${unit.charCodeAt(0).toString(16)}`);
  return `${mark}${ascii ? escapeNonAscii(escaped) : escaped}${mark}`;
}
