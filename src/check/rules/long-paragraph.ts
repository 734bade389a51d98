import { countWords } from '../../text/count-words.ts';
import type { Rule } from '../rule.ts';

/** No paragraph is a wall of text. */
export const longParagraph: Rule = {
  name: 'long-paragraph',
  group: 'Words',
  severity: 'warning',
  about: {
    why: 'On a phone, 120 words fill the screen: a reader sees no place to rest and skips it. Quotations are left out.',
    silent: {
      issue: `
- kind: topic
  heading: Planks
  body: |
    A short paragraph.

    Another one.`,
    },
    firing: {
      issue: `
- kind: topic
  heading: Planks
  body: |
${'    Oak bends once, slowly, and then never again. '.repeat(18)}`,
    },
  },
  check: ({ texts }) =>
    texts.flatMap(({ kind, isQuoted, text, path, piece }) => {
      if (kind !== 'paragraph' || isQuoted) return [];
      const words = countWords(text);
      if (words <= most) return [];
      return [
        {
          message: `The paragraph has ${words} words; over ${most} fill the screen of a phone.`,
          hint: 'Divide it where the thought turns.',
          path,
          piece: piece(0, 1),
        },
      ];
    }),
};

// --- internal ---

const most = 120;
