import fc from 'fast-check';
import LineBreaker from 'linebreak';
import { expect, test } from 'vitest';
import { splitWide } from '../../../src/text/split-wide.ts';

test('a word of narrow characters stays whole', () => {
  expect(splitWide('hello-world/path')).toEqual(['hello-world/path']);
  expect(splitWide('don’t')).toEqual(['don’t']);
  expect(splitWide('')).toEqual(['']);
});

test('CJK is cut between characters but keeps its closing and opening marks', () => {
  expect(splitWide('日本語。')).toEqual(['日', '本', '語。']);
  expect(splitWide('「東京」へ')).toEqual(['「東', '京」', 'へ']);
  expect(splitWide('キャッチー')).toEqual(['キャッ', 'チー']);
  expect(splitWide('あれ…！？')).toEqual(['あ', 'れ…！？']);
});

test('Latin words inside CJK stay whole', () => {
  expect(splitWide('新しいTypeScript版')).toEqual(['新', 'し', 'い', 'TypeScript', '版']);
  expect(splitWide('約30%増')).toEqual(['約', '30%増']);
});

test('an address is never cut, nor a merge tag', () => {
  expect(splitWide('詳細はhttps://example.com/道/page?a=1。次')).toEqual([
    '詳',
    '細',
    'は',
    'https://example.com/道/page?a=1。',
    '次',
  ]);
  expect(splitWide('{{名前}}様')).toEqual(['{{名前}}様']);
});

test('an emoji of several code points stays whole', () => {
  expect(splitWide('🔥👩‍💻👍🏽🇩🇪🇫🇷1️⃣')).toEqual(['🔥', '👩‍💻', '👍🏽', '🇩🇪', '🇫🇷', '1️⃣']);
  expect(splitWide('❤️日')).toEqual(['❤️日']);
});

test('every cut is one that UAX #14 allows, and nothing is lost', () => {
  const chars = Array.from(
    '日本語のっーァあア、。「」（）！？…‥・：；々〜％￥“”‘’()[].,:;!?%$-/"\'aB1é— \u00a0한🔥',
  );
  const char = fc.constantFrom(...chars.filter((each) => each !== ' '));
  fc.assert(
    fc.property(fc.array(char, { maxLength: 20 }), (list) => {
      const word = list.join('');
      const pieces = splitWide(word);
      expect(pieces.join('')).toBe(word);
      const allowed = breaksOf(word);
      let at = 0;
      for (const piece of pieces.slice(0, -1)) {
        at += piece.length;
        expect(allowed, `${word} at ${at}`).toContain(at);
      }
    }),
    { numRuns: 2_000 },
  );
});

function breaksOf(text: string): readonly number[] {
  const breaker = new LineBreaker(text);
  const positions: number[] = [];
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) {
    positions.push(next.position);
  }
  return positions;
}
