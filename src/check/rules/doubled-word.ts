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
    matchTexts(texts, pattern, (_, text, { index, groups }) => {
      const { first = '', second = '' } = groups ?? {};
      if (text.isQuoted || isForeignTitle(text)) return null;
      // Duran Duran, Baden Baden.
      if (/^\p{Lu}/u.test(second)) return null;
      if (isEnglish ? english.test(first) : first.length < 5) return null;
      if (isEnglish && particle.test(first) && phrasal.test(text.text.slice(0, index))) return null;
      return {
        message: `"${first}" is there twice in a row.`,
        hint: 'Delete one of them.',
      };
    }),
};

// --- internal ---

const pattern =
  /(?<![\p{L}\p{N}\p{M}'’_-])(?<first>\p{L}+)[^\S\n]+(?<second>\k<first>)(?![\p{L}\p{N}\p{M}'’_-])/giu;

/** What English says twice: "what it was was late", "I told you you could", "bye bye". */
const english = new RegExp(
  `^(?:${[
    'had|that|is|was|are|do|you|her|his|one|who|what|can|there|here|now|then|never|again',
    'so|very|really|much|many|long|far|big|little|old|new|good|bad|real|late|early|fast|slow|deep',
    'no|yes|yeah|oh|ah|ha|he|heh|hey|hi|ho|hip|uh|um|mm+|wow|well|hear|hush|please|sorry|thanks|go|win',
    'bye|night|knock|la|na|blah|bla|yada|ding|dong|tick|tut|tsk|boo|dum|chop|choo|chug|ping|beep|bang|tap',
    'click|quack|woof|meow|moo|cha|pom|yo|aye|test|work',
  ].join('|')})$`,
  'i',
);
/** "We logged in in May", "it was turned on on Monday": the first belongs to the verb. */
const particle = /^(?:in|on)$/i;
const phrasal =
  /(?<!\p{L})(?:log|logs|logged|logging|sign(?:s|ed|ing)?|check(?:s|ed|ing)?|mov(?:e|es|ed|ing)|com(?:e|es|ing)|came|go(?:es|ing|ne)?|went|opt(?:s|ed|ing)?|turn(?:s|ed|ing)?|switch(?:es|ed|ing)?|carr(?:y|ies|ied|ying)|plug(?:s|ged|ging)?|build|built|liv(?:e|es|ed|ing)|tun(?:e|es|ed|ing)|dial(?:s|ed|led|ing)?|hold(?:s|ing)?|held|pil(?:e|es|ed|ing)) $/iu;
