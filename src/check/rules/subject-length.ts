import { displayWidth } from '../../text/display-width.ts';
import type { Rule } from '../rule.ts';

/** The subject fits into the line that an inbox gives it. */
export const subjectLength: Rule = {
  name: 'subject-length',
  group: 'Inbox',
  severity: 'warning',
  about: {
    why: 'An inbox on a desktop shows about 50 characters of a subject, a phone the first 33. What follows is cut off, and whether a mail is opened hangs on what stands in front. Characters as wide as two, such as Chinese ones and emoji, count as two.',
    silent: { issue: 'subject: A million rows in the wrong order' },
    firing: {
      issue:
        'subject: Everything that I learnt this month about the order of rows in a database table',
    },
  },
  check({ issue: { subject } }) {
    const length = displayWidth(subject);
    if (length <= most) return [];
    return [
      {
        message: `The subject has ${length} characters; an inbox shows about ${most}, a phone ${onPhone}: "${cut(subject)}…".`,
        hint: `Say it in ${most} characters, what matters first.`,
        path: ['subject'],
      },
    ];
  },
};

// --- internal ---

const most = 50;
const onPhone = 33;

function cut(text: string): string {
  let shown = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (displayWidth(shown + segment) > onPhone) break;
    shown += segment;
  }
  return shown.trimEnd();
}
