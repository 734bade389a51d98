/**
 * Replaces what neither HTML nor mail can carry: NUL and halves of surrogate pairs become U+FFFD,
 * other control characters (C0 and C1) go; tab and line feed stay.
 */
export function cleanText(text: string): string {
  if (!unclean.test(text)) return text;
  return text.replace(halves, '\uFFFD').replace(controls, '');
}

// --- internal ---

// Any half of a pair is suspect here; the exact pattern below spares whole pairs.
const unclean = /[\0-\x08\v-\x1f\x7f-\x9f\ud800-\udfff]/;
const halves = /[\0\p{Surrogate}]/gu;
const controls = /[\x01-\x08\v-\x1f\x7f-\x9f]/g;
