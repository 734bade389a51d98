import fc from 'fast-check';
import { expect, test } from 'vitest';
import { smartenText } from '../../../src/markdown/smarten.ts';
import { processorTime } from '../../support/processor-time.ts';

const english = (text: string) => smartenText(text, { language: 'en', smart: true });

test.each([
  ['"Hello," she said.', '“Hello,” she said.'],
  ["'Hello,' she said.", '‘Hello,’ she said.'],
  [`"He said 'no'," she said.`, '“He said ‘no’,” she said.'],
  [`"'No,' he said"`, '“‘No,’ he said”'],
  [`She said 'he said "no"'.`, 'She said ‘he said “no”’.'],
  ["don't, it's, the dogs' bowl", 'don’t, it’s, the dogs’ bowl'],
  ["the '90s and the 1990's", 'the ’90s and the 1990’s'],
  ["in '68 and '69", 'in ’68 and ’69'],
  ["rock 'n' roll, 'tis, get 'em", 'rock ’n’ roll, ’tis, get ’em'],
  ["'sup, folks", '’sup, folks'],
  ['("quoted") ["also"]', '(“quoted”) [“also”]'],
  ['word—"quoted"—word', 'word—“quoted”—word'],
  ['either/"or"', 'either/“or”'],
  ['"a"/"b"', '“a”/“b”'],
  ['"...and so on..."', '“…and so on…”'],
  ['"Wait!" "Why?"', '“Wait!” “Why?”'],
  ['"$5" and "#1"', '“$5” and “#1”'],
  ['6\'2" tall, 12" of snow', '6\'2" tall, 12" of snow'],
  ['a "" b', 'a "" b'],
  ['a " b', 'a " b'],
  ['🔥"hot"🔥', '🔥“hot”🔥'],
  ['"unfinished paragraph', '“unfinished paragraph'],
  ['"Is it?", he asked', '“Is it?”, he asked'],
  ['"line one\nline two"', '“line one\nline two”'],
])('%s becomes %s', (text, expected) => {
  expect(english(text)).toBe(expected);
});

test.each([
  ['pages 3--5', 'pages 3–5'],
  ['a -- b', 'a – b'],
  ['a---b', 'a—b'],
  ['wait...', 'wait…'],
  ['and so on....', 'and so on....'],
  ['run it with --force or -f/--force', 'run it with --force or -f/--force'],
  ['<!-- x -->', '<!-- x -->'],
  ['-----', '-----'],
  ['./... and ../x', './... and ../x'],
  ['(c) (tm) +-', '(c) (tm) +-'],
])('%s becomes %s', (text, expected) => {
  expect(english(text)).toBe(expected);
});

test('addresses and merge tags stay as they are', () => {
  const text = `"https://example.com/a--b...c'd" {{ name | default: "you" }}`;
  expect(english(text)).toBe(`“https://example.com/a--b...c'd” {{ name | default: "you" }}`);
});

test.each([
  ['de', '„Sie sagte ‚nein‘“, wie geht’s'],
  ['de-CH', '«Sie sagte ‹nein›», wie geht’s'],
  ['de-AT', '„Sie sagte ‚nein‘“, wie geht’s'],
  ['fr', '«\u202fSie sagte “nein”\u202f», wie geht’s'],
  ['sv', '”Sie sagte ’nein’”, wie geht’s'],
  ['fi', '”Sie sagte ’nein’”, wie geht’s'],
  ['da', '»Sie sagte ›nein‹«, wie geht’s'],
  ['nl', '“Sie sagte ‘nein’”, wie geht’s'],
  ['pl', '„Sie sagte «nein»”, wie geht’s'],
  ['es-MX', '«Sie sagte “nein”», wie geht’s'],
  ['it', '«Sie sagte “nein”», wie geht’s'],
  ['pt', '«Sie sagte “nein”», wie geht’s'],
  ['pt-BR', '“Sie sagte ‘nein’”, wie geht’s'],
  ['cs', '„Sie sagte ‚nein‘“, wie geht’s'],
  ['en-GB', '“Sie sagte ‘nein’”, wie geht’s'],
  ['xx', '“Sie sagte ‘nein’”, wie geht’s'],
  ['constructor', '“Sie sagte ‘nein’”, wie geht’s'],
  ['ja', `"Sie sagte 'nein'", wie geht's`],
  ['zh-Hant', `"Sie sagte 'nein'", wie geht's`],
])('%s has its own quotation marks', (language, expected) => {
  expect(smartenText(`"Sie sagte 'nein'", wie geht's`, { language, smart: true })).toBe(expected);
});

test('French elision before a quotation keeps both marks', () => {
  expect(smartenText(`l'"ami" d'hier`, { language: 'fr', smart: true })).toBe(
    'l’«\u202fami\u202f» d’hier',
  );
});

test('without smart nothing changes', () => {
  expect(smartenText(`"a" -- 'b'...`, { language: 'en', smart: false })).toBe(`"a" -- 'b'...`);
});

test('only quotes, dashes and dots ever change', () => {
  const piece = fc.oneof(
    fc.constantFrom('"', "'", ' ', '-', '.', '(', ')', '👩‍💻', '\n'),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join('');
      const bare = (value: string) => value.replace(/["'“”‘’.…–—-]/g, '');
      expect(bare(english(text))).toBe(bare(text));
    }),
  );
});

test('a flood of quotes takes linear time', async () => {
  const flood = `${'"a '.repeat(50_000)}${"'b ".repeat(50_000)}`;
  expect(await processorTime(() => english(flood))).toBeLessThan(2_000);
});
