import { earlierIssues } from '../context.ts';
import type { Rule } from '../rule.ts';
import { hostOf, sameAddress } from '../same-address.ts';

/** No address was in an earlier issue. */
export const linkSharedBefore: Rule = {
  name: 'link-shared-before',
  group: 'Links',
  severity: 'warning',
  about: {
    why: 'After some years nobody knows by heart what was in which letter. Links to your own pages, to the home page of a site and those of sponsors are left out: they return for a reason. Where you refer back on purpose, say so in a `galley-ignore`.',
    silent: {
      issue: `
- kind: reading
  items:
    - { title: Bending planks, url: https://planks.example/bending }`,
      earlier: [
        `
- kind: reading
  items:
    - { title: Steaming planks, url: https://planks.example/steaming }`,
      ],
    },
    firing: {
      issue: `
- kind: reading
  items:
    - { title: Bending planks, url: https://planks.example/bending }`,
      earlier: [
        `
- kind: reading
  items:
    - { title: How to bend a plank, url: https://planks.example/bending }`,
      ],
    },
  },
  check: async (context) => {
    const earlier = (await earlierIssues(context)).toReversed();
    const home = hostOf(context.publication.url ?? '');
    return context.links.flatMap(({ url, kind, path, piece }) => {
      const address = kind === 'sponsor' ? null : sameAddress(url);
      const host = hostOf(url);
      if (address === null || host === home || address === host) return [];
      const before = earlier.find(({ addresses }) => addresses().has(address));
      if (before === undefined) return [];
      return [
        {
          message: `${url} was in issue ${before.number} (${before.slug}) already.`,
          hint: 'Leave it out, or say why it is worth another look.',
          path,
          piece,
        },
      ];
    });
  },
};
