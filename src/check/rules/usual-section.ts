import { earlierIssues } from '../context.ts';
import type { Rule } from '../rule.ts';

/** No section is missing that readers are used to. */
export const usualSection: Rule = {
  name: 'usual-section',
  group: 'Issue against issue',
  severity: 'warning',
  about: {
    why: 'A section that was in each of the last four issues, or more, was mostly forgotten when it is not in this one. Sponsors are left out: they come and go.',
    silent: {
      issue: `
- kind: reading
  items: [{ title: Bending planks, url: https://planks.example/bending }]`,
      earlier: ['7', '8', '9', '10'].map(
        (page) => `
- kind: reading
  items: [{ title: Planks, url: https://planks.example/${page} }]`,
      ),
    },
    firing: {
      issue: `
- kind: topic
  heading: Planks
  body: Nothing was read this month.`,
      earlier: ['7', '8', '9', '10'].map(
        (page) => `
- kind: reading
  items: [{ title: Planks, url: https://planks.example/${page} }]`,
      ),
    },
  },
  check: async (context) => {
    const recent = (await earlierIssues(context)).slice(-6);
    if (recent.length < 4) return [];
    const here = new Set(context.issue.sections.map(({ kind }) => kind));
    return (['working-on', 'reading', 'news'] as const)
      .filter((kind) => !here.has(kind) && recent.every(({ sections }) => sections.includes(kind)))
      .map((kind) => ({
        message: `There is no \`${kind}\` section, though each of the last ${recent.length} issues had one.`,
        hint: 'Add it, or say in the intro that it pauses.',
        path: ['sections'],
        at: 'key' as const,
      }));
  },
};
