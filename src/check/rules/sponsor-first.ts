import { countWords } from '../../text/count-words.ts';
import type { Rule } from '../rule.ts';

/** Something stands before the first sponsor. */
export const sponsorFirst: Rule = {
  name: 'sponsor-first',
  group: 'Sponsor',
  severity: 'warning',
  about: {
    why: 'A letter that begins with a sponsor is taken for an advertisement. Twenty words of your own, in the intro or in a section before the sponsor, make it a letter.',
    silent: {
      issue: `
- kind: sponsor
  name: The Oak Yard
  url: https://oak.example
  body: Oak, sawn to order.`,
    },
    firing: {
      issue: `
- kind: intro
  greeting: Hello,
  body: Here is the letter.
- kind: sponsor
  name: The Oak Yard
  url: https://oak.example
  body: Oak, sawn to order.`,
    },
  },
  check: ({ issue, texts }) => {
    const first = issue.sections.findIndex(({ kind }) => kind === 'sponsor');
    if (first === -1) return [];
    const before = texts.filter(({ path }) => Number(path[1]) < first);
    const words = before.reduce((sum, { text }) => sum + countWords(text), 0);
    if (words >= fewest) return [];
    return [
      {
        message: `The sponsor stands after ${words} words: readers meet it before the letter.`,
        hint: 'Say more in the intro, or move the sponsor down.',
        path: ['sections', first, 'kind'],
      },
    ];
  },
};

// --- internal ---

const fewest = 20;
