import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Document, Scalar } from 'yaml';
import { locatePiece } from '../../../src/source/locate-piece.ts';
import { jsonNode } from '../../../src/source/json/json-node.ts';
import { findDefaultExport } from '../../../src/source/typescript/locate-typescript.ts';
import { parseJson } from '../../../src/source/json/parse-json.ts';
import { parseYaml } from '../../../src/source/yaml/parse-yaml.ts';
import type { SourceNode } from '../../../src/source/source-node.ts';
import { toYamlValue } from '../../../src/source/yaml/yaml-value.ts';
import { yamlNode } from '../../../src/source/yaml/yaml-node.ts';
import { expectPlace, mark, sourceOf } from '../../support/source-fixture.ts';

/** What is looked for: letters and digits are written as they are in every format. */
const NEEDLE = 'N33dle';

/** A text with the needle in it, among what escapes, folds and indents. */
const haystack = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ' ',
        '  ',
        '\n',
        '\n\n',
        '\t',
        '"',
        "'",
        '\\',
        '#',
        ': ',
        '- ',
        '`',
        '${',
        '\r',
      ),
      fc.constantFrom(
        'word',
        'N33dl',
        'é',
        '👩‍👩‍👧',
        '\u2028',
        '\u0085',
        '\0',
        '\uFEFF',
        '|',
        '&a',
        '%',
      ),
      fc.constantFrom(
        'a rather long run of words that is folded at its blanks ',
        NEEDLE,
        `${NEEDLE} `,
      ),
      fc.string({ unit: 'binary', maxLength: 5 }),
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(''));

const anyText = fc
  .tuple(haystack, haystack)
  .map(([before, behind]) => ({ text: before + NEEDLE + behind, offset: before.length }));

function textAt(node: SourceNode, value: string, offset: number): string | null {
  const found = locatePiece(node, value, { offset, length: NEEDLE.length });
  return found === null ? null : found.text.slice(found.start, found.end);
}

/** How often the needle is written before the place that is found for it. */
function countBefore(node: SourceNode, value: string, offset: number): number {
  const found = locatePiece(node, value, { offset, length: NEEDLE.length });
  return (found?.text.slice(0, found.start).split(NEEDLE).length ?? 0) - 1;
}

function expectFound(node: SourceNode, value: string, offset: number): void {
  expect(textAt(node, value, offset)).toBe(NEEDLE);
  expect(countBefore(node, value, offset)).toBe(value.slice(0, offset).split(NEEDLE).length - 1);
  // Found by its place, not by counting how often its text is there.
  const [part] = node.parts();
  expect(part?.decoded?.value).toBe(value);
}

describe('in YAML', () => {
  const styles = [
    'PLAIN',
    'QUOTE_SINGLE',
    'QUOTE_DOUBLE',
    'BLOCK_LITERAL',
    'BLOCK_FOLDED',
  ] as const;

  for (const style of styles) {
    test(`a piece of a scalar written as ${style} is found`, () => {
      const depths = fc.constantFrom(['key'], ['outer', 'key'], ['outer', 0, 'key'], [0]);
      const options = fc.record({ crlf: fc.boolean(), indent: fc.constantFrom(2, 4) });
      fc.assert(
        fc.property(anyText, depths, options, ({ text, offset }, path, { crlf, indent }) => {
          const scalar = new Scalar(text);
          scalar.type = style;
          const document = new Document(nest(path, 'PLACE'));
          document.setIn(path, scalar);
          const written = document.toString({ indent });
          const yaml = crlf ? written.replaceAll(/\r?\n/g, '\r\n') : written;
          const { contents } = parseYaml(yaml);
          const { value, targets } = toYamlValue(contents);
          const got = path.reduce<unknown>((at, step) => (at as never)[step], value);
          // With CRLF, a CR before a line break is no longer the text's own.
          fc.pre(typeof got === 'string' && (crlf || got === text));
          if (contents === null || typeof got !== 'string') return;
          const at = crlf ? got.indexOf(NEEDLE) : offset;
          let node: SourceNode | null = yamlNode(
            { file: '/a.yaml', text: yaml, targets },
            contents,
          );
          for (const step of path) node = node?.child(step, null)?.node ?? null;
          expect(node).not.toBeNull();
          if (node !== null) expectFound(node, got, at);
        }),
        { numRuns: 500 },
      );
    });
  }

  function nest(path: readonly (string | number)[], leaf: unknown): unknown {
    return path.reduceRight(
      (inner, step) => (typeof step === 'number' ? [inner] : { [step]: inner }),
      leaf,
    );
  }

  const cases: readonly (readonly [name: string, text: string, value: string])[] = [
    ['a plain text', 'a: see www.‹N33dle›.org\n', 'see www.N33dle.org'],
    ['a plain text over lines', 'a: one \t\n\n\n  two ‹N33dle› x\n   y', 'one\n\ntwo N33dle x y'],
    ['single quotes', "a: 'it''s ''\n\n  x\n  ‹N33dle›'", "it's '\nx N33dle"],
    [
      'double quotes',
      'a: "\\u00e9\\x41\\U0001F600\\t \\\n   x\\ \n   ‹N33dle›"',
      'éA😀\t x  N33dle',
    ],
    ['a literal block', 'a: |\n\n    one\n\n     two ‹N33dle› x\n', '\none\n\n two N33dle x\n'],
    [
      'an indented literal block',
      'a:\n  b: 1\n  c: |2+ # x\n     one ‹N33dle›\n\n',
      ' one N33dle\n\n',
    ],
    [
      'a folded block',
      'a: >-\n  one\n  two\n\n  three\n    four\n  ‹N33dle›\n',
      'one two\nthree\n  four\nN33dle',
    ],
    ['a block in a list', '- - |1-\n   one\n    ‹N33dle›\n', 'one\n N33dle'],
    ['the last line without a break', 'a: |\n  one\n  ‹N33dle›', 'one\nN33dle\n'],
  ];
  for (const [name, text, value] of cases) {
    test(`a piece of ${name} is found`, async () => {
      const files = { 'a.yaml': text };
      const source = await sourceOf(files);
      const path = name.includes('indented') ? ['a', 'c'] : text.startsWith('-') ? [0, 0] : ['a'];
      const got = path.reduce<unknown>((at, step) => (at as never)[step], source.value);
      expect(got).toBe(value);
      const piece = { offset: value.indexOf(NEEDLE), length: NEEDLE.length };
      await expectPlace(files, { path, piece });
    });
  }

  test('a piece that begins at a folded line break goes on behind it', async () => {
    const piece = { offset: 4, length: 3 };
    await expectPlace({ 'a.yaml': 'a: one ‹two›  \n   three' }, { path: ['a'], piece });
    const source = await sourceOf({ 'a.yaml': 'a: one two  \n   three' });
    const place = await source.locate({ path: ['a'], piece: { offset: 8, length: 5 } });
    expect(mark('a: one two  \n   three', place)).toBe('a: one two  \n   ‹three›');
  });
});

describe('in JSON', () => {
  test('a piece is found behind escapes', () => {
    const spaces = fc.constantFrom('', ' ', '\n\t', '\r\n');
    fc.assert(
      fc.property(anyText, spaces, fc.boolean(), ({ text, offset }, space, ascii) => {
        const json = `${space}${JSON.stringify({ a: text }).replaceAll('/', '\\/')}`;
        const written = ascii ? escapeNonAscii(json) : json;
        const { root } = parseJson(written);
        expect(root?.value).toEqual({ a: text });
        const node = root && jsonNode('/a.json', written, root).child('a', null)?.node;
        expect(node).toBeDefined();
        if (node) expectFound(node, text, offset);
      }),
      { numRuns: 500 },
    );
  });
});

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

function escapeNonAscii(text: string): string {
  return text.replaceAll(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
