import type { ReadableText } from './readable-text.ts';
import type { Finding } from './rule.ts';

/**
 * A finding for each match of a pattern, which must be global, at its place; null says that there is
 * nothing wrong with it.
 */
export function matchTexts(
  texts: readonly ReadableText[],
  pattern: RegExp,
  judge: (
    found: string,
    text: ReadableText,
    match: RegExpExecArray,
  ) => Pick<Finding, 'message' | 'hint'> | null,
): readonly Finding[] {
  return texts.flatMap((text) =>
    [...text.text.matchAll(pattern)].flatMap((match) => {
      const judged = judge(match[0], text, match);
      if (judged === null) return [];
      return [{ ...judged, path: text.path, piece: text.piece(match.index, match[0].length) }];
    }),
  );
}

/** True for the title of something that others wrote: an item, a card, a video. */
export function isForeignTitle({ field, path }: ReadableText): boolean {
  return field === 'title' && path.length > 1;
}
