import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Document, Scalar } from 'yaml';
import { jsonNode } from '../../../src/source/json/json-node.ts';
import { parseJson } from '../../../src/source/json/parse-json.ts';
import { parseYaml } from '../../../src/source/yaml/parse-yaml.ts';
import type { SourceNode } from '../../../src/source/source-node.ts';
import { toYamlValue } from '../../../src/source/yaml/yaml-value.ts';
import { yamlNode } from '../../../src/source/yaml/yaml-node.ts';
import { NEEDLE, anyText, escapeNonAscii, expectFound } from '../../support/needles.ts';
import { expectPlace, mark, sourceOf } from '../../support/source-fixture.ts';

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
            { file: '/a.yaml', text: yaml, targets, decoded: new Map() },
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
