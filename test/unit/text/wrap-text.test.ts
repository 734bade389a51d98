import fc from 'fast-check';
import { expect, test } from 'vitest';
import { displayWidth } from '../../../src/text/display-width.ts';
import { hang, wrapText } from '../../../src/text/wrap-text.ts';

const prose =
  'The compiler now tells you which of the overloads came nearest, and why it was not taken.';

test('lines break at spaces, before the width is passed', () => {
  expect(wrapText(prose, { width: 40 })).toMatchInlineSnapshot(`
    "The compiler now tells you which of the
    overloads came nearest, and why it was
    not taken."
  `);
});

test('a line may be exactly as wide as allowed', () => {
  expect(wrapText('aaaa bbbb', { width: 9 })).toBe('aaaa bbbb');
  expect(wrapText('aaaa bbbb', { width: 8 })).toBe('aaaa\nbbbb');
});

test('the first line and the rest have prefixes of their own, counted in the width', () => {
  expect(wrapText(prose, { width: 36, first: '10. ', rest: '    ' })).toMatchInlineSnapshot(`
    "10. The compiler now tells you which
        of the overloads came nearest,
        and why it was not taken."
  `);
  expect(wrapText('one\n\ntwo', { width: 20, first: '> ', rest: '> ' })).toBe('> one\n>\n> two');
});

test('line breaks of the text stay, runs of spaces become one, no line ends in a space', () => {
  expect(wrapText('  a   b \n  c  ', { width: 20 })).toBe('a b\nc');
  expect(wrapText('', { width: 20, first: '- ' })).toBe('-');
});

test('an address stays whole, however long', () => {
  const url = `https://example.com/${'path/'.repeat(30)}?q=a-b&c=d`;
  expect(wrapText(`See ${url} for more`, { width: 30 })).toBe(`See\n${url}\nfor more`);
});

test('a word of 2,000 characters stays whole', () => {
  const word = 'x'.repeat(2_000);
  expect(wrapText(`a ${word} b`, { width: 72 })).toBe(`a\n${word}\nb`);
});

test('a no-break space is no break', () => {
  expect(wrapText('aa bb\u00a0cc\u202fdd', { width: 6 })).toBe('aa\nbb\u00a0cc\u202fdd');
});

test('a merge tag stays as it was written', () => {
  const tag = '{{ subscriber.first_name | default: "friend" }}';
  expect(wrapText(`Hello ${tag}, welcome`, { width: 20 })).toBe(`Hello\n${tag},\nwelcome`);
});

test('Japanese is wrapped by display width and keeps its punctuation in place', () => {
  const text = '今月は新しいコンパイラについて書きました。「速い」だけではありません。';
  expect(wrapText(text, { width: 20 })).toMatchInlineSnapshot(`
    "今月は新しいコンパイ
    ラについて書きまし
    た。「速い」だけでは
    ありません。"
  `);
});

test('hang puts prefixes before lines that are already broken', () => {
  expect(hang('a\n\nb', '- ', '  ')).toBe('- a\n\n  b');
});

test('any text keeps its words, and only what has no break in it is too wide', () => {
  const word = fc.oneof(
    fc.string({ minLength: 1, maxLength: 12 }),
    fc.constantFrom('日本語テキスト', '👩‍💻', 'https://example.com/a', 'é', '\u200b'),
  );
  fc.assert(
    fc.property(fc.array(word), fc.integer({ min: 1, max: 30 }), (words, width) => {
      const text = words.join(' ');
      const wrapped = wrapText(text, { width });
      const squash = (value: string) => value.replace(/[ \t\n]+/g, '');
      expect(squash(wrapped)).toBe(squash(text));
      for (const line of wrapped.split('\n')) {
        expect(line).toBe(line.replace(/[ \t]+$/, ''));
        if (displayWidth(line) > width) expect(line.replace(/\{\{.*\}\}/, '')).not.toContain(' ');
      }
    }),
  );
});
