import { isWide } from './display-width.ts';

/**
 * Cuts a word where a line may end beside a wide (CJK) character: a strict part of what UAX #14
 * allows, written by hand because its tables take longer to load than a page of text to break.
 * A word of narrow characters, an address, a merge tag `{{…}}` and an emoji stay whole.
 */
export function splitWide(word: string): readonly string[] {
  if (!mayHoldWide.test(word)) return [word];
  const whole = wholeSpans(word);
  const pieces: string[] = [];
  let start = 0;
  let at = 0;
  let before = '';
  let odd = false;
  for (const char of word) {
    const inside = whole.some(([from, to]) => at > from && at < to);
    const flag = regional.test(char);
    const glued = inside || extender.test(char) || word[at - 1] === '\u200d' || (flag && odd);
    if (at > 0 && !glued && mayBreak(before, char)) {
      pieces.push(word.slice(start, at));
      start = at;
    }
    odd = flag && !odd;
    if (!extender.test(char)) before = char;
    at += char.length;
  }
  pieces.push(word.slice(start));
  return pieces;
}

// --- internal ---

/** Nothing else is wide; surrogates stand for all that lies above. */
const mayHoldWide = /[\u1100-\u115f\u231a-\uffff]/;
const regional = /\p{Regional_Indicator}/u;
const extender = /[\p{M}\p{Emoji_Modifier}\u200d]/u;
/** An address ends before CJK punctuation; letters of any script may be part of it. */
const unbroken =
  /[a-z][a-z0-9+.-]{0,30}:\/\/[^\u3000-\u303f\uff00-\uff0f\uff1a-\uff20]+|\{\{[^{}]*\}\}/gi;

function wholeSpans(word: string): readonly (readonly [number, number])[] {
  return [...word.matchAll(unbroken)].map((match) => [match.index, match.index + match[0].length]);
}

function mayBreak(before: string, after: string): boolean {
  const wideBefore = isWide(before);
  const wideAfter = isWide(after);
  if (!wideBefore && !wideAfter) return false;
  if (neverFirst.test(after) || neverLast.test(before)) return false;
  if (!wideAfter) return letter.test(after);
  if (!wideBefore) return ending.test(before) && letter.test(after);
  return true;
}

const letter = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;
const ending = /[\p{L}\p{N}.,:;!?]/u;
/** Closing marks, small kana and what belongs to the character before it (kinsoku). */
const neverFirst =
  /[\p{Pe}\p{Pf}\p{Pi}\p{Sc}、。，．・･：；！？‼⁇⁈⁉％‰℃℉￠…‥〜゠々〻ゝゞヽヾーｰ゛゜ﾞﾟぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰ-ㇿｧ-ｯ〽]/u;
/** Opening marks, signs before an amount, and units, which may begin a longer expression. */
const neverLast = /[\p{Ps}\p{Pi}\p{Pf}\p{Sc}％‰℃℉￠]/u;
