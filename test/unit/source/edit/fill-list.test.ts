import { describe, expect, it } from 'vitest';
import { fillList } from '../../../../src/source/edit/fill-list.ts';
import { findList } from '../../../../src/source/edit/find-list.ts';
import type { WriteMember } from '../../../../src/source/edit/member-style.ts';
import { applyEdits } from '../../../../src/source/edit/written-list.ts';

const write: WriteMember = ({ indent, unit, inline }) => {
  return inline ? '{ t: NEW }' : `{\n${indent}${unit}t: NEW\n${indent}}`;
};
const writeLines: WriteMember = ({ indent }) => `t: NEW\n${indent}u: v`;

/** Fills the list that begins at the mark ‹, which is taken out. */
async function fill(file: string, marked: string, how = write): Promise<string> {
  const text = marked.replace('‹', '');
  const list = await findList(file, text, marked.indexOf('‹'));
  return list === null ? 'no list' : applyEdits(text, fillList(text, list, how));
}

describe('fillList', () => {
  const brackets: readonly (readonly [file: string, before: string, after: string])[] = [
    ['a.ts', 'f({\n  a: ‹[],\n});\n', 'f({\n  a: [\n    {\n      t: NEW\n    },\n  ],\n});\n'],
    [
      'a.ts',
      'f({\r\n\ta: ‹[],\r\n});',
      'f({\r\n\ta: [\r\n\t\t{\r\n\t\t\tt: NEW\r\n\t\t},\r\n\t],\r\n});',
    ],
    [
      'a.ts',
      'f(‹[\n    // none yet\n]);\n',
      'f([\n    // none yet\n    {\n        t: NEW\n    },\n]);\n',
    ],
    ['a.ts', 'f(‹[/* none yet */]);\n', 'f([/* none yet */ { t: NEW }]);\n'],
    ['a.json', '{\n  "a": ‹[]\n}\n', '{\n  "a": [\n    {\n      t: NEW\n    }\n  ]\n}\n'],
    ['a.json', '{"a":‹[]}\n', '{"a":[{ t: NEW }]}\n'],
    ['a.yaml', '{a: ‹[], b: c}\n', '{a: [{ t: NEW }], b: c}\n'],
  ];
  it.each(brackets)('writes between the brackets of %s: %j', async (file, before, after) => {
    expect(await fill(file, before)).toBe(after);
  });

  const keys: readonly (readonly [before: string, after: string])[] = [
    ['a:\n  b: ‹[]\nc: d\n', 'a:\n  b:\n    - t: NEW\n      u: v\nc: d\n'],
    ['a:‹', 'a:\n  - t: NEW\n    u: v'],
    ['- a: x\n  b:‹\n  c: d\n', '- a: x\n  b:\n    - t: NEW\n      u: v\n  c: d\n'],
    ['- a: ‹# x\n  # y\n', '- a: # x\n    - t: NEW\n      u: v\n  # y\n'],
    ['"a": ‹[] # x\r\n# y\r\n', '"a": # x\r\n  - t: NEW\r\n    u: v\r\n# y\r\n'],
    ['a: ‹~\n', 'a:\n  - t: NEW\n    u: v\n'],
  ];
  it.each(keys)('writes lines under a key of YAML that has none: %j', async (before, after) => {
    expect(await fill('a.yaml', before, writeLines)).toBe(after);
  });

  it('finds no list where a key without a value stands in brackets', async () => {
    expect(await fill('a.yaml', '{a: ‹, b: c}\n')).toBe('no list');
  });
});
