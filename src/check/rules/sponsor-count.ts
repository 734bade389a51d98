import type { Rule } from '../rule.ts';

/** There are no more sponsors than the config allows. */
export const sponsorCount: Rule = {
  name: 'sponsor-count',
  group: 'Sponsor',
  severity: 'warning',
  about: {
    why: 'How many sponsors a letter bears is a promise to readers and to sponsors. It is two unless the config says otherwise, with `check: { maxSponsors: 1 }`.',
    silent: {
      config: 'check: { maxSponsors: 1 }',
      issue: `
- kind: sponsor
  name: The Oak Yard
  url: https://oak.example
  body: Oak, sawn to order.`,
    },
    firing: {
      config: 'check: { maxSponsors: 1 }',
      issue: `
- kind: sponsor
  name: The Oak Yard
  url: https://oak.example
  body: Oak, sawn to order.
- kind: sponsor
  name: The Rope Walk
  url: https://rope.example
  body: Rope, laid by hand.`,
    },
  },
  check: ({ issue, options: { maxSponsors } }) => {
    const all = issue.sections.flatMap(({ kind }, index) => (kind === 'sponsor' ? [index] : []));
    return all.slice(maxSponsors).map((index) => ({
      message: `This is sponsor ${all.indexOf(index) + 1}; the config allows ${maxSponsors}.`,
      hint: 'Move it to another issue, or change check.maxSponsors in the config.',
      path: ['sections', index, 'kind'],
    }));
  },
};
