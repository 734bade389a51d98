import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { displayWidth } from '../../../src/text/display-width.ts';

test('a Latin text is as wide as it is long', () => {
  expect(displayWidth('')).toBe(0);
  expect(displayWidth('Hello, world!')).toBe(13);
  expect(displayWidth('“Ça va – très bien…”')).toBe(20);
  expect(displayWidth('Привет, κόσμε')).toBe(13);
});

test('CJK and full-width characters take two columns', () => {
  expect(displayWidth('日本語')).toBe(6);
  expect(displayWidth('한국어 A')).toBe(8);
  expect(displayWidth('！Ａ')).toBe(4);
});

test.each([
  ['🔥', 2],
  ['👩‍💻', 2],
  ['👨‍👩‍👧‍👦', 2],
  ['👍🏽', 2],
  ['🧑🏿‍🚀', 2],
  ['🇩🇪', 2],
  ['🇩🇪🇫🇷', 4],
  ['🏴󠁧󠁢󠁥󠁮󠁧󠁿', 2],
  ['1️⃣', 2],
  ['#⃣', 2],
  ['❤️', 2],
  ['❤', 1],
  ['✌🏻', 2],
  ['🏳️‍🌈', 2],
  ['a👍b', 4],
])('%s takes %i columns', (text, columns) => {
  expect(displayWidth(text)).toBe(columns);
  expect(stringWidth(text)).toBe(columns);
});

test('combining marks, joiners and a flood of zero-width characters take none', () => {
  expect(displayWidth('e\u0301')).toBe(1);
  expect(displayWidth('\u0e01\u0e34')).toBe(1);
  expect(displayWidth('\u200b'.repeat(10_000))).toBe(0);
  expect(displayWidth(`a${'\u0301'.repeat(5_000)}`)).toBe(1);
  expect(displayWidth('\u00ad')).toBe(0);
});

test('lone surrogates and control characters take no column and do no harm', () => {
  expect(displayWidth('\ud83d')).toBe(0);
  expect(displayWidth('a\u0007b')).toBe(2);
});

test('every single character is as wide as string-width says', () => {
  const different: string[] = [];
  for (let code = 0x20; code < 0x3ffff; code++) {
    if (code === 0x1b || code === 0x9b || (code >= 0xd800 && code <= 0xdfff)) continue;
    const char = String.fromCodePoint(code);
    // Halves of a flag alone and code points not yet assigned have no width worth agreeing on.
    if (/[\p{Cn}\p{Co}\p{Regional_Indicator}\u1160-\u11ff\ud7b0-\ud7fb]/u.test(char)) continue;
    if (displayWidth(char) !== stringWidth(char)) different.push(code.toString(16));
  }
  expect(different).toEqual([]);
});

test('a text of common scripts and emoji is as wide as string-width says', () => {
  const emoji = fc.constantFrom('🔥', '👩‍💻', '👍🏽', '🇩🇪', '1️⃣', '❤️', '🏳️‍🌈', '☕');
  const letters = fc.constantFrom('a', 'é', 'e\u0301', 'я', '日', 'か', '한', '、', '’', ' ', 'ก');
  fc.assert(
    fc.property(fc.array(fc.oneof(emoji, letters)), (pieces) => {
      // A letter between keeps neighbours from making one emoji of two.
      const text = pieces.join('x');
      expect(displayWidth(text)).toBe(stringWidth(text));
    }),
  );
});
