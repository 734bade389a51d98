import { earlierIssues } from '../context.ts';
import type { Rule } from '../rule.ts';

/** The issue is about as long as the others. */
export const unusualLength: Rule = {
  name: 'unusual-length',
  group: 'Issue against issue',
  severity: 'warning',
  about: {
    why: 'Readers know how long a letter takes. An issue with less than a third of the usual words is often not finished; one with three times as many is rather two. Usual is the middle one of the last twelve issues, once there are four; short letters of under 100 words are left out.',
    silent: {
      issue: long(10),
      earlier: [long(9), long(10), long(11), long(12)],
    },
    firing: {
      issue: long(2),
      earlier: [long(9), long(10), long(11), long(12)],
    },
  },
  check: async (context) => {
    const counts = (await earlierIssues(context)).slice(-12).map(({ words }) => words);
    const usual = counts.toSorted((a, b) => a - b)[counts.length >> 1] ?? 0;
    const { words } = context.markdown;
    const isUsual = words > usual / 3 && words < usual * 3;
    if (counts.length < 4 || usual < 100 || isUsual) return [];
    return [
      {
        message: `The issue has ${words} words; usual are ${usual}.`,
        hint: words < usual ? 'Is it finished?' : 'Would it make two?',
        path: ['sections'],
        at: 'key',
      },
    ];
  },
};

// --- internal ---

function long(paragraphs: number): string {
  const sentence =
    'Oak bends once, slowly, and then never again, which took me some planks to learn.';
  const line = `    ${sentence} ${sentence}`;
  const text = Array.from({ length: paragraphs }, () => line);
  return `
- kind: topic
  heading: Planks
  body: |
${text.join('\n\n')}`;
}
