import { expect, test } from 'vitest';
import { underline } from '../../../src/text/underline.ts';

test('the line under a title is as wide as the title', () => {
  expect(underline('Café 🔥', '=')).toBe('Café 🔥\n=======');
  expect(underline('日本語', '-')).toBe('日本語\n------');
});

test('the line stays within the width under a word that doesn’t', () => {
  expect(underline('x'.repeat(80), '=').split('\n')).toEqual(['x'.repeat(80), '='.repeat(72)]);
});

test('a long title is wrapped and underlined to its widest line', () => {
  const title =
    'A title that is so long that no line of seventy-two columns could ever hold it all';
  expect(underline(title, '=')).toMatchInlineSnapshot(`
    "A title that is so long that no line of seventy-two columns could ever
    hold it all
    ======================================================================"
  `);
});
