import type { Rule } from '../rule.ts';

/** The subject isn't all in capitals. */
export const shoutedSubject: Rule = {
  name: 'shouted-subject',
  group: 'Inbox',
  severity: 'warning',
  about: {
    why: 'A line of capitals reads as shouting, is harder to read, and is one of the oldest signs of spam. An abbreviation among other words is fine.',
    silent: { issue: 'subject: How SQL and HTML grew old' },
    firing: { issue: 'subject: THE LAST LETTER OF THE YEAR' },
  },
  check({ issue: { subject } }) {
    const capitals = subject.match(/\p{Lu}/gu)?.length ?? 0;
    const words = subject.match(/\p{Lu}{2,}/gu)?.length ?? 0;
    if (/\p{Ll}/u.test(subject) || capitals < 10 || words < 2) return [];
    return [
      {
        message: 'The subject is all in capitals.',
        hint: 'Write it as a sentence.',
        path: ['subject'],
      },
    ];
  },
};
