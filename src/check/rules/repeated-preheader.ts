import type { Rule } from '../rule.ts';

/** The preheader says something that the subject doesn't. */
export const repeatedPreheader: Rule = {
  name: 'repeated-preheader',
  group: 'Inbox',
  severity: 'warning',
  about: {
    why: 'An inbox shows the preheader right after the subject. What is said twice there takes the place of a second reason to open the mail.',
    silent: {
      issue: `
subject: What is in an email, anyway?
preheader: A tree of parts, one space that must be spelled out, and a talk in short words.`,
    },
    firing: {
      issue: `
subject: What is in an email, anyway?
preheader: What is in an email, anyway? In this letter I take one apart and look inside.`,
    },
  },
  check({ issue: { subject, preheader } }) {
    const said = plain(subject);
    const isLong = said.split(' ').length > 2;
    const repeats = isLong ? plain(preheader).includes(said) : plain(preheader) === said;
    if (said === '' || !repeats) return [];
    return [
      {
        message: 'The preheader repeats the subject, which stands right before it in the inbox.',
        hint: 'Say what else is in the letter.',
        path: ['preheader'],
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
