import type { CheckContext } from '../context.ts';
import { matchTexts } from '../match-texts.ts';
import type { Finding, Rule } from '../rule.ts';

/** Every emoji is whole. */
export const brokenEmoji: Rule = {
  name: 'broken-emoji',
  group: 'Words',
  severity: 'warning',
  about: {
    why: 'Many emoji are made of several characters: a family of people and joiners, a flag of two letters, a hand of the hand and its colour. When an editor or a database cuts one, readers see a box, half a flag or two pictures.',
    silent: { issue: 'subject: Letter 11 👩‍🔧 about boats 🇳🇴' },
    firing: { issue: 'subject: Letter 11 about boats 🇳' },
  },
  check: (context) => [
    ...matchTexts(context.texts, pattern, (found) => ({ message: say(found), hint })),
    ...inMarks(context),
  ],
};

// --- internal ---

const hint = 'Delete it and insert the emoji anew.';

/** Joiners are part of Arabic and Indic words, too, also at their ends. */
const pattern = new RegExp(
  [
    '\\ufffd',
    '(?<![\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\ufe0f\\p{L}\\p{M}])\\u200d',
    '(?<![\\p{L}\\p{M}])\\u200d(?![\\p{Extended_Pictographic}\\p{L}\\p{M}])',
    '(?<!\\p{RI})\\p{RI}(?:\\p{RI}{2})*(?!\\p{RI})',
    '(?<![\\p{Emoji_Modifier_Base}\\ufe0f])\\p{Emoji_Modifier}',
    '(?<!\\p{Emoji})\\ufe0f',
    '(?<![0-9#*]\\ufe0f?)\\u20e3',
  ].join('|'),
  'gu',
);

function say(found: string): string {
  if (found === '\ufffd') return 'A character was lost here: � stands in its place.';
  if (/\p{RI}/u.test(found)) return 'A flag has lost one of its two letters.';
  if (found === '\u200d') return 'A joiner of an emoji has nothing to join.';
  return 'A part of an emoji stands without the emoji that it belongs to.';
}

/** The emoji before the title of an item is no text. */
function inMarks({ issue }: CheckContext): readonly Finding[] {
  return issue.sections.flatMap((section, index) => {
    if (!('items' in section)) return [];
    return section.items.flatMap((item, at) => {
      const found = 'mark' in item ? item.mark?.match(pattern)?.[0] : undefined;
      if (found === undefined) return [];
      return [{ message: say(found), hint, path: ['sections', index, 'items', at, 'mark'] }];
    });
  });
}
