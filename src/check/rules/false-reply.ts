import type { Rule } from '../rule.ts';

/** The subject doesn't pretend to answer a mail that nobody wrote. */
export const falseReply: Rule = {
  name: 'false-reply',
  group: 'Inbox',
  severity: 'warning',
  about: {
    why: '`Re:` and `Fwd:` say that there was a mail before this one. In a newsletter they are a trick, which readers remember and spam filters count; some laws forbid subjects that mislead.',
    silent: { issue: 'subject: Regarding old keys' },
    firing: { issue: "subject: 'Re: your question about keys'" },
  },
  check({ issue: { subject } }) {
    const prefix = pattern.exec(subject)?.[0];
    if (prefix === undefined) return [];
    return [
      {
        message: `The subject begins with "${prefix.trim()}", as if it answered or forwarded a mail.`,
        hint: 'Leave it out.',
        path: ['subject'],
        piece: { offset: 0, length: prefix.length },
      },
    ];
  },
};

// --- internal ---

/** Also what programs write in German, Swedish and Dutch. */
const pattern = /^\s*(?:re|fwd?|aw|wg|sv|antw)(?:\[\d+\])?\s*:/i;
