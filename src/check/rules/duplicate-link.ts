import { formatPath } from '../../diagnostics/diagnostic.ts';
import type { IssueLink } from '../issue-links.ts';
import type { Finding, Rule } from '../rule.ts';
import { sameAddress } from '../same-address.ts';

/** No address is linked twice. */
export const duplicateLink: Rule = {
  name: 'duplicate-link',
  group: 'Links',
  severity: 'warning',
  about: {
    why: 'A page that is in the letter twice was mostly found twice. The slash at the end, `www.`, the scheme and tracking parameters make no difference. A sponsor may link to itself as often as it likes, inside its section, and so may you to your own home page.',
    silent: {
      issue: `
- kind: reading
  items:
    - { title: Bending planks, url: https://planks.example/bending }
    - { title: Steaming planks, url: https://planks.example/steaming }`,
    },
    firing: {
      issue: `
- kind: reading
  items:
    - { title: Bending planks, url: https://planks.example/bending }
    - { title: How to bend a plank, url: https://www.planks.example/bending/ }`,
    },
  },
  check: ({ links, publication }) => {
    const home = sameAddress(publication.url ?? '');
    const seen = new Map<string, IssueLink>();
    return links.flatMap((link): readonly Finding[] => {
      const address = sameAddress(link.url);
      if (address === null || address === home) return [];
      const before = seen.get(address);
      if (before === undefined) seen.set(address, link);
      if (before === undefined || isSponsors(before, link)) return [];
      return [
        {
          message: `${link.url} is linked already, in ${formatPath(before.path)}.`,
          hint: 'Keep the place where it says more.',
          path: link.path,
          piece: link.piece,
        },
      ];
    });
  },
};

// --- internal ---

function isSponsors(before: IssueLink, link: IssueLink): boolean {
  return link.kind === 'sponsor' && before.section === link.section;
}
