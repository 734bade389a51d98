import type { CheckContext } from '../context.ts';
import type { PastIssue } from '../past-issues.ts';
import type { Finding, Rule } from '../rule.ts';

/** Number and date go up together. */
export const issueOrder: Rule = {
  name: 'issue-order',
  group: 'Issue against issue',
  severity: 'warning',
  about: {
    why: 'Who begins an issue with a copy of the last one forgets the number or the date sooner or later. No two issues have the same number or the same date, and a later one has a higher number.',
    silent: { issue: 'number: 11', earlier: ['number: 10'] },
    firing: { issue: 'number: 10', earlier: ['number: 10'] },
  },
  check: async (context) => {
    const { number, date } = context.issue;
    const others = await context.archive();
    const twin = others.find((other) => other.number === number);
    if (twin !== undefined) {
      return [
        {
          message: `The issue ${twin.slug} has the number ${number}, too.`,
          hint: nextNumber(others),
          path: ['number'],
        },
      ];
    }
    const wrong = others.find(
      (other) =>
        (other.date < date && other.number > number) ||
        (other.date > date && other.number < number),
    );
    if (wrong !== undefined) return [outOfOrder(context, wrong)];
    const sameDay = others.find((other) => other.date === date && other.number < number);
    if (sameDay === undefined) return [];
    return [
      {
        message: `The issue ${sameDay.slug} has the date ${date}, too.`,
        hint: 'Give this one the day on which it goes out.',
        path: ['date'],
      },
    ];
  },
};

// --- internal ---

function nextNumber(others: readonly PastIssue[]): string {
  const highest = Math.max(...others.map(({ number }) => number));
  return `The next number is ${highest + 1}.`;
}

function outOfOrder({ issue }: CheckContext, wrong: PastIssue): Finding {
  const isBefore = wrong.date < issue.date;
  return {
    message: `Issue ${issue.number} is of ${issue.date}, but issue ${wrong.number} (${wrong.slug}) is of ${wrong.date}, ${isBefore ? 'before' : 'after'} it.`,
    hint: 'Check the number and the date of both.',
    path: [isBefore ? 'number' : 'date'],
  };
}
