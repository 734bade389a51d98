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
    return matchTexts(texts, pattern, (found, { isQuoted }) => {
      if (isQuoted || (isFilledIn && mergeTag.test(found))) return null;
      return {
        message: `The placeholder ${found} was never filled in: readers see it as it stands.`,
        hint: 'Write what belongs there, or put it in backticks if it is meant as it is.',
      };
    });
  },
};

// --- internal ---

/** The stars of `*|NAME|*` are emphasis to Markdown. */
const mergeTag = /^[{|%]/;

const pattern = new RegExp(
  [
    /\{\{[^{}]*\}\}|\{%[^{}%]*%\}|\$\{\w+\}|\|[A-Z][A-Z_:]*\||%%?[A-Z][A-Z_]{2,}%%?/,
    /\[(?:your|insert|first|last|full|company|name|date|link|url|title|headline|placeholder|xx+)(?: [\w' ]{1,30})?\](?!\()/,
    /<(?:your|insert) [\w' ]{1,30}>/,
    /\b(?:your|insert) (?:text|name|title|link|headline|copy|content) here\b/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gi',
);
