import { expect, test } from 'vitest';
import { placeOf } from '../../../src/source/stretch.ts';

const place = (text: string, start: number, end: number) => {
  const { line, column, endColumn } = placeOf({ file: '/a', text, start, end });
  return [line, column, endColumn];
};

test('a stretch on one line is placed there', () => {
  expect(place('one\ntwo three\n', 8, 13)).toEqual([2, 5, 10]);
  expect(place('one\r\ntwo three', 9, 14)).toEqual([2, 5, 10]);
  expect(place('one', 0, 3)).toEqual([1, 1, 4]);
});

test('a stretch over lines ends where the text of its first line does', () => {
  expect(place('one two  \r\nthree', 4, 14)).toEqual([1, 5, 8]);
  expect(place('one two\nthree', 4, 8)).toEqual([1, 5, 8]);
});

test('a stretch without a width is one column wide', () => {
  expect(place('one', 1, 1)).toEqual([1, 2, 3]);
  expect(place('one', 3, 3)).toEqual([1, 4, 5]);
  expect(place('', 0, 0)).toEqual([1, 1, 2]);
});

test('a stretch that begins at a line break is placed behind the line', () => {
  expect(place('one\ntwo', 3, 4)).toEqual([1, 4, 5]);
  expect(place('one\r\ntwo', 4, 5)).toEqual([1, 4, 5]);
});

test('a stretch behind the end of the text is placed at the end', () => {
  expect(place('one\ntwo', 20, 25)).toEqual([2, 4, 5]);
});
