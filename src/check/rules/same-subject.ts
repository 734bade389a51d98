import { earlierIssues } from '../context.ts';
import type { Rule } from '../rule.ts';

/** No two issues have the same subject. */
export const sameSubject: Rule = {
  name: 'same-subject',
  group: 'Issue against issue',
  severity: 'warning',
  about: {
    why: 'Mail programs put mails of the same sender and subject into one conversation: the new letter disappears behind the old one. Case and punctuation make no difference.',
    silent: { issue: 'subject: What steam does', earlier: ['subject: What frost does'] },
    firing: { issue: 'subject: What steam does', earlier: ['subject: What steam does!'] },
  },
  check: async (context) => {
    const subject = plain(context.issue.subject);
    const twin = (await earlierIssues(context)).find((past) => plain(past.subject) === subject);
    if (twin === undefined || subject === '') return [];
    return [
      {
        message: `Issue ${twin.number} (${twin.slug}) had the same subject.`,
        hint: 'Find another, or mail programs show both as one conversation.',
        path: ['subject'],
      },
    ];
  },
};

// --- internal ---

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
