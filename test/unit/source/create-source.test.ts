import { expect, test } from 'vitest';
import { createSource } from '../../../src/source/create-source.ts';
import { type SourceNode, scalarNode } from '../../../src/source/source-node.ts';

const text = 'first\r\nsecond';
const base = { file: '/a.yaml', text, value: { a: 1 }, files: ['/a.yaml'] };
const start = { file: '/a.yaml', line: 1, column: 1, endColumn: 6 };

test('a problem is placed at the start of the file when nothing can be found', async () => {
  const source = createSource({ ...base, findRoot: () => Promise.resolve(null) });
  expect(await source.locate({ path: ['a'] })).toEqual(start);
});

test('a problem is placed at the start of the file when looking for it fails', async () => {
  const rejecting = createSource({ ...base, findRoot: () => Promise.reject(new Error('no')) });
  expect(await rejecting.locate({ path: ['a'] })).toEqual(start);
  const throwing = createSource({
    ...base,
    findRoot: () => {
      throw new Error('no');
    },
  });
  expect(await throwing.locate({ path: ['a'] })).toEqual(start);
});

test('the file is looked into once, and not before the first problem', async () => {
  let count = 0;
  const stretch = { file: '/a.yaml', text, start: 7, end: 13 };
  const findRoot = (): Promise<SourceNode> => {
    count += 1;
    return Promise.resolve(scalarNode(stretch));
  };
  const source = createSource({ ...base, findRoot });
  expect(count).toBe(0);
  const second = { file: '/a.yaml', line: 2, column: 1, endColumn: 7 };
  expect(await source.locate({ path: [] })).toEqual(second);
  expect(await source.locate({ path: ['a'] })).toEqual(second);
  expect(count).toBe(1);
});
