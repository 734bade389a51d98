import { isForeignTitle, matchTexts } from '../match-texts.ts';
import type { Rule } from '../rule.ts';

/** No word stands there twice in a row. */
export const doubledWord: Rule = {
  name: 'doubled-word',
  group: 'Words',
  severity: 'warning',
  about: {
    why: 'A doubled word is the slip that its author reads over, most of all at the end of a line. What English doubles with good reason ("had had", "very very") is left out, and so are names, quotations and the titles of others. In other languages only longer words count, since many of them double the short ones.',
    silent: {
      issue: `
- kind: topic
  heading: Planks
  body: I had had enough of that. It was very, very cold.`,
    },
    firing: {
      issue: `
- kind: topic
  heading: Planks
  body: |
    The steam is what makes the
    the plank bend.`,
    },
  },
  check: ({ texts, isEnglish }) =>
    matchTexts(texts, pattern, (_, text, { groups }) => {
      const { first = '', second = '' } = groups ?? {};
      if (text.isQuoted || isForeignTitle(text)) return null;
      // Duran Duran, Baden Baden.
      if (/^\p{Lu}/u.test(second)) return null;
      if (isEnglish ? english.test(first) : first.length < 5) return null;
      return {
        message: `"${first}" is there twice in a row.`,
        hint: 'Delete one of them.',
      };
    }),
};

// --- internal ---

const pattern =
  /(?<![\p{L}\p{N}\p{M}'’_-])(?<first>\p{L}+)[^\S\n]+(?<second>\k<first>)(?![\p{L}\p{N}\p{M}'’_-])/giu;

/** What English says twice. */
const english =
  /^(?:had|that|is|do|no|yes|so|very|really|much|many|long|far|now|there|well|hear|bye|ha|he|heh|hey|hip|hush|knock|la|blah|bla|ding|tick|tut|tsk|win|boo|dum|never|again|please|go|one|her|who|what)$/i;
