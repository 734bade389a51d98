import type { Rule } from '../rule.ts';
import { hostOf } from '../same-address.ts';

/** A sponsor's links stay in its section. */
export const sponsorLinkElsewhere: Rule = {
  name: 'sponsor-link-elsewhere',
  group: 'Sponsor',
  severity: 'warning',
  about: {
    why: 'A link to a sponsor among your own recommendations looks like one, though it was paid for. Where it is none, and you would have recommended it anyway, say so there and silence the rule with a `galley-ignore`. On sites that house many, such as github.com, only the same account counts.',
    silent: {
      issue: `
- kind: sponsor
  name: The Oak Yard
  url: https://oak.example
  body: Oak, [sawn to order](https://oak.example/order).`,
    },
    firing: {
      issue: `
- kind: sponsor
  name: The Oak Yard
  url: https://oak.example
  body: Oak, sawn to order.
- kind: reading
  items:
    - { title: Choosing oak, url: https://oak.example/choosing }`,
    },
  },
  check: ({ issue, links }) => {
    const sponsors = issue.sections.flatMap((section) => {
      return section.kind === 'sponsor' ? [{ name: section.name, home: homeOf(section.url) }] : [];
    });
    return links.flatMap(({ url, kind, path, piece }) => {
      const home = kind === 'sponsor' ? '' : homeOf(url);
      const sponsor = sponsors.find((one) => home === one.home || home.endsWith(`.${one.home}`));
      if (sponsor === undefined || home === '') return [];
      return [
        {
          message: `This leads to the sponsor ${sponsor.name}, outside the sponsor's section.`,
          hint: 'Move it there, or say in the text that it is no part of the deal.',
          path,
          piece,
        },
      ];
    });
  },
};

// --- internal ---

const shared =
  /^(?:github\.com|gitlab\.com|codeberg\.org|youtube\.com|vimeo\.com|medium\.com|linkedin\.com|x\.com|twitter\.com|facebook\.com|instagram\.com|patreon\.com|ko-fi\.com|amazon\.[a-z.]+|apps\.apple\.com|play\.google\.com|docs\.google\.com|npmjs\.com|kickstarter\.com)$/;

/** The site that an address belongs to; on one that houses many, the first steps of its path too. */
function homeOf(url: string): string {
  const host = hostOf(url);
  if (!shared.test(host)) return host;
  return `${host}${new URL(url).pathname.split('/').slice(0, 2).join('/')}`;
}
