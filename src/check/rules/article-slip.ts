import { isForeignTitle, matchTexts } from '../match-texts.ts';
import type { Rule } from '../rule.ts';

/** An article stands alone and fits the word behind it. */
export const articleSlip: Rule = {
  name: 'article-slip',
  group: 'Words',
  severity: 'warning',
  about: {
    why: 'When a sentence is changed, half of the old one likes to stay: "a these boats", "the a boat", "an boat". For letters in English only. Names, letters that are named ("a or b") and words whose sound differs from their spelling are left out.',
    silent: {
      issue: `
- kind: topic
  heading: Slips
  body: A user waits an hour for a European to find an npm package. Choose a or b.`,
    },
    firing: {
      issue: `
- kind: topic
  heading: Slips
  body: I spent the evening with a these boats.`,
    },
  },
  check: ({ texts, isEnglish }) => {
    const own = isEnglish ? texts.filter((text) => !text.isQuoted && !isForeignTitle(text)) : [];
    return [
      ...matchTexts(own, twoArticles, (found) => ({
        message: `"${found}" can't be right.`,
        hint: 'Keep one of the two words.',
      })),
      ...matchTexts(own, wrongArticle, (found) => {
        const [article = '', word = ''] = found.split(' ');
        const right = article.toLowerCase() === 'a' ? `${article}n` : article.charAt(0);
        return {
          message: `"${article}" doesn't fit "${word}".`,
          hint: `Write "${right} ${word}".`,
        };
      }),
    ];
  },
};

// --- internal ---

/** Looks at what begins like an article first: most letters don't. */
const edge = "(?=[AaTt])(?<![\\p{L}\\p{N}\\p{M}'’./_-])";
const end = "(?![\\p{L}\\p{N}'’_-])";
/** `a`, or at the start of a text `A`: elsewhere a capital is a grade or a plan. */
const one = '(?:a|(?<=^)A)';
const determiner = '(?:these|those|my|our|their|your)';
/** What makes an article of the second: "the a la carte menu", "the a and the b", "the a key". */
const latin = '(?: (?:la|priori|posteriori|cappella|or|and|is|in|to|key|tag|flag|record)\\b)';

const twoArticles = new RegExp(
  [
    `${edge}(?:${one}|[Aa]n) (?:the|${determiner})${end}`,
    `${edge}[Tt]he (?:an|${determiner})${end}`,
    `${edge}${one} an${end}`,
    `${edge}(?:[Aa]n|[Tt]he) a${end}(?!${latin}|$|[,.;:)])`,
  ].join('|'),
  'gu',
);

/** Words that begin with another sound than their letter tells, or that follow a named letter. */
const notAfterA =
  '(?:one|once|oneself|ouija|is|in|or|and|as|of|on|at|if|it|are|an|else|ewe?r?s?|eu\\p{Ll}*)';

const wrongArticle = new RegExp(
  [
    `${edge}${one} (?!${notAfterA}${end})[aeio]\\p{Ll}+${end}`,
    // A vowel behind the consonant: "an npm package" is spelled out.
    `${edge}[Aa]n [bcdfgjklmnpqrstvwxyz][aeiou]\\p{Ll}+${end}`,
    `${edge}[Aa]n (?:us(?:e|ed|er|eful|ers|ual)|uni(?:on|que|t|form|versal|versity)|one|once|European)${end}`,
    `${edge}${one} (?:hour|hourly|honest|honou?r|heir)${end}`,
  ].join('|'),
  'gu',
);
