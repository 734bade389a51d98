import type { Rule } from '../rule.ts';
import { trackingParameters, withoutTracking } from '../../text/tracking-parameters.ts';

/** No address carries what only tracks the reader. */
export const trackingParameter: Rule = {
  name: 'tracking-parameter',
  group: 'Links',
  severity: 'warning',
  about: {
    why: "A copied address often carries `utm_source` or `fbclid`: it tells the page that your readers came from somewhere they never were, makes the address long, and looks like tracking. In a sponsor's section such parameters are the sponsor's own. `--fix` takes them out.",
    silent: {
      issue: `
- kind: reading
  items:
    - { title: Bending planks, url: 'https://planks.example/?page=2' }`,
    },
    firing: {
      issue: `
- kind: reading
  items:
    - { title: Bending planks, url: 'https://planks.example/?page=2&utm_source=feed' }`,
    },
  },
  check: ({ links }) =>
    links.flatMap(({ written, kind, path, piece }) => {
      const names = kind === 'sponsor' ? [] : trackingParameters(written);
      if (names.length === 0) return [];
      return [
        {
          message: `The address carries ${names.join(', ')}, which only tracks who follows it.`,
          hint: 'Take it out; `galley check --fix` does.',
          path,
          piece,
          fix: { from: written, to: withoutTracking(written) },
        },
      ];
    }),
};
