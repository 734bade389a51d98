/**
 * The columns a text takes in a fixed-width font: one for most characters, two for East Asian wide
 * ones (UAX #11) and emoji, none for combining marks and what can't be seen. Sequences that show
 * as one emoji (joined, with a skin tone, flags, keycaps) count two.
 *
 * Written by hand because Intl.Segmenter and the `RGI_Emoji` pattern, which packages for this load,
 * take longer to start than an issue takes to render.
 */
export function displayWidth(text: string): number {
  if (isOneColumnEach(text)) return text.length;
  let width = 0;
  // The character that marks and joiners belong to, and the columns it has taken.
  let base = '';
  let taken = 0;
  let joined = false;
  for (const char of text) {
    const columns = joined && pictograph.test(char) ? 0 : columnsAfter(base, taken, char);
    joined = char === '\u200d' && pictograph.test(base);
    width += columns;
    if (invisible.test(char) || skinTone.test(char)) taken += columns;
    else if (columns > 0) [base, taken] = [char, columns];
  }
  return width;
}

/** True when a text is known to be as wide as it is long: Latin, Greek, Cyrillic and their marks. */
export function isOneColumnEach(text: string): boolean {
  return oneColumnEach.test(text);
}

/** True for a character (one code point) that takes two columns by itself. */
export function isWide(char: string): boolean {
  return wide.test(char);
}

// --- internal ---

function columnsAfter(base: string, taken: number, char: string): number {
  if (invisible.test(char)) {
    const widens =
      (char === '\ufe0f' && pictograph.test(base)) || (char === '\u20e3' && /^[\d#*]$/.test(base));
    return widens && taken === 1 ? 1 : 0;
  }
  if (skinTone.test(char) && takesSkinTone.test(base)) return taken === 1 ? 1 : 0;
  if (vowelOrFinalJamo.test(char) && jamo.test(base)) return 0;
  // A flag is two of these.
  if (regional.test(char)) return 1;
  return isWide(char) ? 2 : 1;
}

/** Latin, Greek, Cyrillic, punctuation, currency, arrows: nothing combining, nothing wide. */
const oneColumnEach =
  /^[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u058a\u2010-\u2027\u202f-\u205e\u2070-\u20cf\u2100-\u2319]*$/;
const invisible = /[\p{Cc}\p{Cf}\p{Mn}\p{Me}\p{Default_Ignorable_Code_Point}\p{Surrogate}]/u;
const pictograph = /\p{Extended_Pictographic}/u;
const skinTone = /\p{Emoji_Modifier}/u;
const takesSkinTone = /\p{Emoji_Modifier_Base}/u;
const regional = /\p{Regional_Indicator}/u;
const jamo = /[\u1100-\u11ff\ua960-\ua97c\uac00-\ud7fb]/;
const vowelOrFinalJamo = /[\u1160-\u11ff\ud7b0-\ud7fb]/;
/** East_Asian_Width W and F; gaps that hold only unassigned code points are closed. */
const wide =
  /[\p{Emoji_Presentation}\u1100-\u115f\u2329\u232a\u2630-\u2637\u268a-\u268f\u2e80-\u303e\u3041-\u3247\u3250-\ua4c6\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe6b\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{1b2fb}\u{1d300}-\u{1d376}\u{1f200}-\u{1f265}\u{20000}-\u{3fffd}]/u;
