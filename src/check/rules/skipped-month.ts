import { earlierIssues } from '../context.ts';
import type { Rule } from '../rule.ts';

/** A letter that comes every month comes every month. */
export const skippedMonth: Rule = {
  name: 'skipped-month',
  group: 'Issue against issue',
  severity: 'warning',
  about: {
    why: 'A month without an issue is either a date that was mistyped or worth a word in the intro. Only where the last three issues, or more, came without such a gap.',
    silent: {
      issue: 'date: 2026-11-02',
      earlier: ['date: 2026-08-03', 'date: 2026-09-07', 'date: 2026-10-05'],
    },
    firing: {
      issue: 'date: 2026-12-07',
      earlier: ['date: 2026-08-03', 'date: 2026-09-07', 'date: 2026-10-05'],
    },
  },
  check: async (context) => {
    const recent = (await earlierIssues(context)).slice(-6);
    const last = recent.at(-1);
    const months = recent.map(({ date }) => monthOf(date));
    const isMonthly = months.every((month, index) => month - (months[index - 1] ?? month) <= 1);
    if (last === undefined || recent.length < 3 || !isMonthly) return [];
    const missing = monthOf(context.issue.date) - monthOf(last.date) - 1;
    if (missing < 1) return [];
    return [
      {
        message: `There is no issue in the ${missing === 1 ? 'month' : `${missing} months`} between this one and issue ${last.number} of ${last.date}.`,
        hint: 'Check the date, or say in the intro what happened.',
        path: ['date'],
      },
    ];
  },
};

// --- internal ---

/** Months since the year 0. */
function monthOf(date: string): number {
  const [year = 0, month = 0] = date.split('-').map(Number);
  return year * 12 + month;
}
