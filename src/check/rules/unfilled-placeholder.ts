import { matchTexts } from '../match-texts.ts';
import type { Rule } from '../rule.ts';

/** No placeholder is left in the letter. */
export const unfilledPlaceholder: Rule = {
  name: 'unfilled-placeholder',
  group: 'Words',
  severity: 'warning',
  about: {
    why: 'A `[name]` or a `{{first_name}}` that nothing fills in reaches the reader as it stands. Code is left out. Merge tags such as `{{first_name}}` are fine once the config says, with `unsubscribe: { tag: … }`, that an email service fills them in.',
    silent: {
      issue: `
- kind: topic
  heading: Templates
  body: Write \`{{name}}\` where the name goes [and no space inside].`,
    },
    firing: {
      issue: `
- kind: topic
  heading: Templates
  body: Thank you, {{first_name}}, for the photo of [insert name].`,
    },
  },
  check: ({ texts, publication }) => {
    const isFilledIn = publication.unsubscribe?.tag !== undefined;
    return [tag, stretch].flatMap((pattern) =>
      matchTexts(texts, pattern, (found, { isQuoted }) => {
        if (isQuoted || (isFilledIn && mergeTag.test(found))) return null;
        return {
          message: `The placeholder ${found} was never filled in: readers see it as it stands.`,
          hint: 'Write what belongs there, or put it in backticks if it is meant as it is.',
        };
      }),
    );
  },
};

// --- internal ---

const mergeTag = /^[{|%]/;
/**
 * The stars of `*|NAME|*` are emphasis to Markdown; between small letters such a line is a choice or
 * a length: "string|null", "|x|".
 */
const tag =
  /\{\{[^{}]*\}\}|\{%[^{}%]*%\}|\$\{\w+\}|(?<![|\w])\|[A-Z][A-Z_:]+\|(?![|\w])|%%?[A-Z][A-Z_]{2,}%%?/g;
/** What an author puts in brackets into another's sentence is none: "[last year]", "[name withheld]". */
const stretch = new RegExp(
  [
    /\[(?:your|insert) [\w' ]{1,30}\](?!\()/,
    /\[(?:(?:first|last|full|company|user|sponsor)[ _]?name|insert|name|date|link|url|title|headline|placeholder|xx+)\](?!\()/,
    /<(?:your|insert) [\w' ]{1,30}>/,
    // In a longer sentence it tells what a page is for: "paste your text here, and it reads it".
    /(?<=^\W*(?:\p{L}+ )?)(?:your|insert) (?:text|name|title|link|headline|copy|content) here(?=\W*$)/u,
  ]
    .map(({ source }) => source)
    .join('|'),
  'giu',
);
