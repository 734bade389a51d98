/** What of a text can be seen in the room there is. */
export interface FittedText {
  /** With an ellipsis when it was cut. */
  readonly shown: string;
  /** Characters, as a person counts them, that can be seen. */
  readonly seen: number;
  readonly total: number;
}

/** Cuts a text, between characters, to a width; `measure` tells how wide a text is drawn. */
export function fitText(
  text: string,
  width: number,
  measure: (text: string) => number,
): FittedText {
  const ends = [...new Intl.Segmenter().segment(text)].map(
    ({ index, segment }) => index + segment.length,
  );
  const total = ends.length;
  if (measure(text) <= width) return { shown: text, seen: total, total };
  let [fits, beyond] = [0, total];
  while (beyond - fits > 1) {
    const middle = (fits + beyond) >> 1;
    if (measure(cutAt(text, ends, middle)) <= width) fits = middle;
    else beyond = middle;
  }
  // A space at the cut is not seen.
  while (fits > 0 && /\s$/.test(text.slice(0, ends[fits - 1]))) fits--;
  return { shown: cutAt(text, ends, fits), seen: fits, total };
}

/** Says what can't be seen: `The subject is cut after “What is in an”: 12 of 31 characters.` */
export function cutWords(name: string, { shown, seen, total }: FittedText): string {
  if (seen === total) return `The ${name} is seen whole.`;
  if (seen === 0) return `Nothing of the ${name} is seen.`;
  const last = shown.slice(0, -1).split(/\s+/).slice(-3).join(' ');
  return `The ${name} is cut after “${last}”: ${seen} of ${total} characters are seen.`;
}

// --- internal ---

function cutAt(text: string, ends: readonly number[], count: number): string {
  const end = count === 0 ? 0 : (ends[count - 1] ?? text.length);
  return `${text.slice(0, end).trimEnd()}…`;
}
