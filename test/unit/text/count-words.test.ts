import { expect, test } from 'vitest';
import { countWords } from '../../../src/text/count-words.ts';

test.each([
  ['', 0],
  ['   \n\t', 0],
  ['one', 1],
  ["It’s a well-known fact, isn't it?", 6],
  ['Wait — what? … 🔥 & more', 3],
  ['word—word', 2],
  ['Ça déjà vu, naïve Ærø', 5],
  ['in 2026, v1.2', 3],
  ['Привет мир', 2],
  ['nbsp\u00a0apart', 2],
  ['한국어 문장 입니다', 3],
])('%j has %i words', (text, words) => {
  expect(countWords(text)).toBe(words);
});

test('scripts without spaces are divided by a dictionary', () => {
  expect(countWords('今日は天気がいいですね。')).toBeGreaterThan(3);
  expect(countWords('สวัสดีชาวโลก')).toBeGreaterThan(1);
  expect(countWords('TypeScriptの新機能 and more')).toBeGreaterThan(3);
});

test('a flood of zero-width characters is no word', () => {
  expect(countWords('\u200b'.repeat(10_000))).toBe(0);
});
