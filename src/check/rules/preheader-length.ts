import { displayWidth } from '../../text/display-width.ts';
import type { Rule } from '../rule.ts';

/** The preheader fills its place in the inbox and isn't cut off. */
export const preheaderLength: Rule = {
  name: 'preheader-length',
  group: 'Inbox',
  severity: 'warning',
  about: {
    why: 'Inboxes show between 40 and 110 characters after the subject. A shorter preheader leaves room empty that could say why to open the mail, a longer one is cut in the middle.',
    silent: {
      issue: 'preheader: One column, nine times slower. Also cool URIs and a frozen turtle.',
    },
    firing: { issue: 'preheader: The October letter.' },
  },
  check({ issue: { preheader } }) {
    const length = displayWidth(preheader);
    if (length >= fewest && length <= most) return [];
    const isShort = length < fewest;
    return [
      {
        message: isShort
          ? `The preheader has ${length} character${length === 1 ? '' : 's'}; an inbox has room for ${fewest} and more.`
          : `The preheader has ${length} characters; an inbox cuts it after ${most} at the latest.`,
        hint: isShort ? 'Say what else is in the letter.' : `Say it in ${most} characters.`,
        path: ['preheader'],
      },
    ];
  },
};

// --- internal ---

const fewest = 40;
const most = 110;
