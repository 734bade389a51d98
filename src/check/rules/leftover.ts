import { matchTexts } from '../match-texts.ts';
import type { Rule } from '../rule.ts';

/** No note to oneself is left in the letter. */
export const leftover: Rule = {
  name: 'leftover',
  group: 'Words',
  severity: 'warning',
  about: {
    why: 'A TODO, a TBD or a line of lorem ipsum was meant to be replaced before the letter goes out. Code is left out, and so is prose about such notes: "a TODO in the code" is a sentence.',
    silent: {
      issue: `
- kind: topic
  heading: Old notes
  body: The oldest TODO in our code is from 2009. Write yours as \`TODO(name)\`.`,
    },
    firing: {
      issue: `
- kind: topic
  heading: Old notes
  body: |
    The oldest note in our code is from 2009.

    TODO: find out who wrote it`,
    },
  },
  check: ({ texts }) =>
    matchTexts(texts, pattern, (found, text) => {
      // Somebody else's words may be about such notes; filler is nobody's.
      if (text.isQuoted && !/ipsum|amet/i.test(found)) return null;
      const what = /ipsum|amet/i.test(found) ? 'filler text' : 'a note to yourself';
      return {
        message: `"${found}" looks like ${what} that was left in the letter.`,
        hint: 'Replace it, or put it in backticks if it belongs there.',
      };
    }),
};

// --- internal ---

/** A note by itself: before a colon, in brackets, at the start of a text or of a sentence. */
const pattern =
  /(?<=^\s*)[Tt]odo(?=:)|(?<=^\s*|[[({<]\s*|[.!?]\s+)(?:TODO|FIXME|TBC|TBA|TKTK)(?![\p{L}\p{N}_-])|(?<![\p{L}\p{N}_-])(?:(?:TODO|FIXME)(?=:)|TBD(?![\p{L}\p{N}_-])|[Ll]orem [Ii]psum|dolor sit amet)/gu;
