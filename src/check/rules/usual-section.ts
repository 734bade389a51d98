import type { Issue } from '../../issue/schema.ts';
import { earlierIssues } from '../context.ts';
import type { PastIssue } from '../past-issues.ts';
import type { Rule } from '../rule.ts';

/** No section is missing that readers are used to. */
export const usualSection: Rule = {
  name: 'usual-section',
  group: 'Issue against issue',
  severity: 'warning',
  about: {
    why: 'A section that was in each of the last four issues, or more, was mostly forgotten when it is not in this one. A `topic` is known by its heading. Sponsors are left out: they come and go.',
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
    const missing = [
      ...missingKinds(context.issue, recent).map((kind) => `\`${kind}\` section`),
      ...missingTopics(context.issue, recent).map((heading) => `section "${heading}"`),
    ];
    return missing.map((what) => ({
      message: `There is no ${what}, though each of the last ${recent.length} issues had one.`,
      hint: 'Add it, or say in the intro that it pauses.',
      path: ['sections'],
      at: 'key',
    }));
  },
};

// --- internal ---

const usualKinds = ['working-on', 'reading', 'news'] as const;

function missingKinds({ sections }: Issue, recent: readonly PastIssue[]) {
  const here = new Set(sections.map(({ kind }) => kind));
  return usualKinds.filter((kind) => {
    return !here.has(kind) && recent.every((past) => past.sections.includes(kind));
  });
}

function missingTopics({ sections }: Issue, recent: readonly PastIssue[]): readonly string[] {
  const here = new Set(sections.map((one) => plain('heading' in one ? one.heading : '')));
  const before = recent.map(({ topics }) => new Set(topics.map(plain)));
  return (recent.at(-1)?.topics ?? []).filter((heading) => {
    const topic = plain(heading);
    return !here.has(topic) && before.every((topics) => topics.has(topic));
  });
}

function plain(heading = ''): string {
  return heading.trim().toLowerCase();
}
