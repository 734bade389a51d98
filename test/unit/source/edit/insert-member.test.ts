import { describe, expect, it } from 'vitest';
import { findList } from '../../../../src/source/edit/find-list.ts';
import { insertMember, replaceMember } from '../../../../src/source/edit/insert-member.ts';
import type { WriteMember } from '../../../../src/source/edit/member-style.ts';
import { applyEdits } from '../../../../src/source/edit/written-list.ts';

/** Puts a member into the list that begins at the first `start`, behind the member of that index. */
async function insert(
  file: string,
  text: string,
  options: { start?: string; after?: number; write?: WriteMember; replace?: number } = {},
): Promise<string> {
  const { start = '[', write = () => 'NEW', replace } = options;
  const list = await findList(file, text, text.indexOf(start));
  if (list === null) return 'no list';
  const { after = list.members.length - 1 } = options;
  return applyEdits(
    text,
    replace === undefined
      ? insertMember(text, list, after, write)
      : replaceMember(text, list, replace, write),
  );
}

describe('insertMember in brackets', () => {
  const cases: readonly (readonly [name: string, before: string, after: string])[] = [
    ['on one line', 'export default [1, 2];', 'export default [1, 2, NEW];'],
    ['on one line with a comma at the end', 'const a = [1, 2,];', 'const a = [1, 2, NEW];'],
    ['on lines', 'const a = [\n  1,\n  2,\n];\n', 'const a = [\n  1,\n  2,\n  NEW,\n];\n'],
    [
      'on lines without a comma at the end',
      'const a = [\n  1,\n  2\n];\n',
      'const a = [\n  1,\n  2,\n  NEW\n];\n',
    ],
    [
      'behind the remark on the last line',
      'const a = [\n  1, // one\n  2, // two, and more\n  // three\n];\n',
      'const a = [\n  1, // one\n  2, // two, and more\n  NEW,\n  // three\n];\n',
    ],
    [
      'behind a remark that no comma precedes',
      'const a = [\n  1,\n  2 // two\n];\n',
      'const a = [\n  1,\n  2, // two\n  NEW\n];\n',
    ],
    [
      'with a comma behind a comment',
      'const a = [\n  1 /* one */ ,\n];\n',
      'const a = [\n  1 /* one */ ,\n  NEW,\n];\n',
    ],
    [
      'with blank lines between members',
      'const a = [\n\t1,\n\n\t2,\n];\n',
      'const a = [\n\t1,\n\n\t2,\n\n\tNEW,\n];\n',
    ],
    [
      'with line breaks of Windows',
      'const a = [\r\n  1,\r\n];\r\n',
      'const a = [\r\n  1,\r\n  NEW,\r\n];\r\n',
    ],
    [
      'behind a remark that goes over lines',
      'const a = [\n  1, /* one,\n  and more */\n];\n',
      'const a = [\n  1, /* one,\n  and more */\n  NEW,\n];\n',
    ],
    ['behind a spread', 'const a = [\n  ...b,\n];', 'const a = [\n  ...b,\n  NEW,\n];'],
    [
      'behind a member in parentheses',
      'const a = [\n  (1),\n];',
      'const a = [\n  (1),\n  NEW,\n];',
    ],
  ];
  it.each(cases)('sets a member %s', async (_, before, after) => {
    expect(await insert('a.ts', before)).toBe(after);
  });

  it('sets one between others', async () => {
    const text = 'const a = [\n  1, // one\n  2,\n];\n';
    const expected = 'const a = [\n  1, // one\n  NEW,\n  2,\n];\n';
    expect(await insert('a.ts', text, { after: 0 })).toBe(expected);
    expect(await insert('a.ts', 'f([1, 2])', { after: 0 })).toBe('f([1, NEW, 2])');
  });

  it('does so in JSON', async () => {
    const text = '{\n    "a": [\n        1\n    ]\n}\n';
    expect(await insert('a.json', text)).toBe('{\n    "a": [\n        1,\n        NEW\n    ]\n}\n');
  });

  it('does so in a YAML list in brackets, and takes no # in a text for a remark', async () => {
    expect(await insert('a.yaml', 'a: [x, y] # z\n')).toBe('a: [x, y, NEW] # z\n');
    const text = 'a: [\n  "x # y", # z\n]\n';
    expect(await insert('a.yaml', text)).toBe('a: [\n  "x # y", # z\n  NEW,\n]\n');
  });
});

describe('insertMember in a YAML list of lines', () => {
  const write: WriteMember = ({ indent }) => `t: NEW\n${indent}u: v`;
  const cases: readonly (readonly [name: string, before: string, after: string])[] = [
    [
      'indented',
      'a:\n  - t: x\n    u: y\nb: c\n',
      'a:\n  - t: x\n    u: y\n  - t: NEW\n    u: v\nb: c\n',
    ],
    ['not indented', 'a:\n- t: x\nb: c\n', 'a:\n- t: x\n- t: NEW\n  u: v\nb: c\n'],
    ['with wide dashes', 'a:\n  -   t: x\n', 'a:\n  -   t: x\n  -   t: NEW\n      u: v\n'],
    [
      'at the end of a file without a line break',
      'a:\n  - t: x',
      'a:\n  - t: x\n  - t: NEW\n    u: v',
    ],
    [
      'behind a remark, before comments of what follows',
      'a:\n  - t: x # one\n  # later\n\n# b\nb: c\n',
      'a:\n  - t: x # one\n  - t: NEW\n    u: v\n  # later\n\n# b\nb: c\n',
    ],
    [
      'behind remarks that are indented as what is in the last member',
      'a:\r\n  - t: x\r\n    # u: y\r\n    # more\r\n  # later\r\n',
      'a:\r\n  - t: x\r\n    # u: y\r\n    # more\r\n  - t: NEW\r\n    u: v\r\n  # later\r\n',
    ],
    [
      'behind a literal block',
      'a:\n  - t: |\n      one\n\n      two\n\nb: c\n',
      'a:\n  - t: |\n      one\n\n      two\n  - t: NEW\n    u: v\n\nb: c\n',
    ],
    [
      'with blank lines between members',
      'a:\n  - t: x\n\n  - t: y\n\nb: c\n',
      'a:\n  - t: x\n\n  - t: y\n\n  - t: NEW\n    u: v\n\nb: c\n',
    ],
    [
      'with line breaks of Windows',
      'a:\r\n  - t: x\r\n',
      'a:\r\n  - t: x\r\n  - t: NEW\r\n    u: v\r\n',
    ],
  ];
  it.each(cases)('sets a member %s', async (_, before, after) => {
    expect(await insert('a.yaml', before, { start: '-', write })).toBe(after);
  });

  it('puts a member in the place of another', async () => {
    const text = 'a:\n  - t: x # one\n    u: y # two\n  - t: z\n';
    const replaced = await insert('a.yaml', text, { start: '-', write, replace: 0 });
    expect(replaced).toBe('a:\n  - t: NEW\n    u: v # two\n  - t: z\n');
  });
});

describe('findList', () => {
  it('finds none where none begins', async () => {
    expect(await findList('a.ts', 'const a = 1;', 10)).toBeNull();
    expect(await findList('a.ts', 'const a = [1, , 2];', 10)).toBeNull();
    expect(await findList('a.yaml', 'a: b\n', 3)).toBeNull();
    expect(await findList('a.json', '{}', 0)).toBeNull();
    expect(await findList('a.txt', '[1]', 0)).toBeNull();
  });
});
