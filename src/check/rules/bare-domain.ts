import { matchTexts } from '../match-texts.ts';
import type { Rule } from '../rule.ts';

/** An address in the prose is a link. */
export const bareDomain: Rule = {
  name: 'bare-domain',
  group: 'Links',
  severity: 'warning',
  about: {
    why: 'Only a whole address becomes a link. Some mail programs make one of `www.planks.example`, others don\'t, and what they make begins with http. The mere name of a site ("planks.example") is prose and is left out.',
    silent: {
      issue: `
- kind: topic
  heading: Planks
  body: More on planks.example, or straight at https://planks.example/bending.`,
    },
    firing: {
      issue: `
- kind: topic
  heading: Planks
  body: More is at www.planks.example/bending.`,
    },
  },
  check: ({ texts }) =>
    matchTexts(texts, pattern, (found, { kind, links, isQuoted }, { index }) => {
      const isLinked = links.some(({ start, end }) => start <= index && index < end);
      if (kind === 'line' || isQuoted || isLinked) return null;
      return {
        message: `${found} is no link: its scheme is missing.`,
        hint: `Write it as https://${found}, or link the words that name it.`,
      };
    }),
};

// --- internal ---

/** With `www.` in front, or with a path behind a domain that is no file's name. */
const pattern =
  /(?<![\p{L}\p{N}@/:._-])(?:www\.[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|edu|gov|io|dev|app|example|eu|de|fr|nl|co\.uk)(?=\/))(?:\/[\p{L}\p{N}/._~%?=#+-]*[\p{L}\p{N}/])?/gu;
