import type { Section } from '../../issue/schema.ts';
import type { ReadableText } from '../readable-text.ts';
import type { Rule } from '../rule.ts';

/** What ends with a colon is followed by something. */
export const danglingColon: Rule = {
  name: 'dangling-colon',
  group: 'Words',
  severity: 'warning',
  about: {
    why: 'A paragraph that ends with a colon promises a list, a picture or a quotation. When that was moved or deleted, the promise stays. The end of the intro, of a lead and of an interlude is left out: what follows them is the rest of the letter.',
    silent: {
      issue: `
- kind: topic
  heading: Planks
  body: |
    Three things bend a plank:

    - steam,
    - time,
    - patience.`,
    },
    firing: {
      issue: `
- kind: topic
  heading: Planks
  body: |
    I tried it with oak. Three things bend a plank:`,
    },
  },
  check: ({ texts, issue }) =>
    texts
      .filter(({ kind, text }) => kind === 'paragraph' && /[:：]\s*$/.test(text))
      .filter((text) => !introduces(text, issue.sections[Number(text.path[1])]))
      .map(({ path, text, piece }) => ({
        message: 'The colon introduces nothing: the text ends here.',
        hint: 'Put back what it introduced, or end the sentence with a full stop.',
        path,
        piece: piece(text.trimEnd().length - 1, 1),
      })),
};

// --- internal ---

function introduces({ next, isLast, path, field }: ReadableText, section?: Section): boolean {
  if (next !== null) return next !== 'heading' && next !== 'hr';
  if (!isLast) return false;
  if (field === 'lead' || (field === 'text' && path.at(-3) === 'items')) return true;
  if (field !== 'body' || section === undefined || !('body' in section)) return false;
  const index = path.at(-1);
  const follows = typeof index === 'number' && index + 1 < section.body.length;
  // The words of a sign-off are followed by the signature.
  return follows || section.kind === 'intro' || section.kind === 'sign-off';
}
