/**
 * The words of a plain text: runs between spaces and dashes that hold a letter or a digit.
 * Scripts written without spaces are divided by the dictionary of Intl.Segmenter.
 */
export function countWords(text: string): number {
  if (spaceless.test(text)) return countSegments(text);
  let count = 0;
  let counted = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isGap(code)) counted = false;
    else if (!counted && isWordCharacter(code)) {
      counted = true;
      count++;
    }
  }
  return count;
}

// --- internal ---

const spaceless =
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]|[\ud840-\ud8bf]/;

function countSegments(text: string): number {
  let count = 0;
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });
  for (const segment of segmenter.segment(text)) if (segment.isWordLike === true) count++;
  return count;
}

/** White space, en and em dashes. */
function isGap(code: number): boolean {
  if (code <= 0x20 || code === 0xa0) return true;
  return (
    (code >= 0x2000 && code <= 0x200b) || (code >= 0x2013 && code <= 0x2015) || code === 0x202f
  );
}

/** Digits, ASCII letters and any letter beyond; symbols and halves of emoji are not. */
function isWordCharacter(code: number): boolean {
  if (code < 0x80) return (code >= 48 && code <= 57) || ((code | 32) >= 97 && (code | 32) <= 122);
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba;
  if (code >= 0x2000 && code <= 0x2bff) return false;
  return code < 0xd800 || code > 0xf8ff;
}
