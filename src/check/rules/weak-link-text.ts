import type { ReadableText } from '../readable-text.ts';
import type { Finding, Rule } from '../rule.ts';

/** The text of a link says where it leads. */
export const weakLinkText: Rule = {
  name: 'weak-link-text',
  group: 'Words',
  severity: 'warning',
  about: {
    why: 'Whoever skims a letter, or has it read aloud link by link, meets only the links: "here", "this" and "1" tell nothing there. In languages other than English only digits and signs are found.',
    silent: {
      issue: `
- kind: topic
  heading: Steam
  body: Here is [how planks are bent](https://planks.example/steam).`,
    },
    firing: {
      issue: `
- kind: topic
  heading: Steam
  body: How planks are bent is told [here](https://planks.example/steam).`,
    },
  },
  check: ({ texts, isEnglish }) => {
    const isWeak = (text: string) => sign.test(text) || (isEnglish && english.test(text));
    return texts.flatMap((text): readonly Finding[] => {
      if (isButton(text)) return isWeak(text.text) ? [finding(text, 0, text.text)] : [];
      return text.links
        .filter(({ isBare }) => !isBare)
        .map(({ start, end }) => ({ start, shown: text.text.slice(start, end) }))
        .filter(({ shown }) => isWeak(shown))
        .map(({ start, shown }) => finding(text, start, shown));
    });
  },
};

// --- internal ---

/**
 * Digits or signs alone, but years and versions ("2024", "5.4.1"), which tell in a list what is there; a
 * picture (U+E000) has words of its own, and `emoji-link` has the emoji.
 */
const sign =
  /^(?!\W*(?:(?:19|20)\d\d|\d+(?:\.\d+)+)\W*$)(?!.*[\p{Extended_Pictographic}\p{Regional_Indicator}])[^\p{L}\ue000]*$/u;

const english =
  /^\W*(?:(?:click|tap|read|look|see|go|learn|find out|show) )?(?:here|this|that|there|more|it|link|this (?:link|page|post|article|one)|the (?:link|page))\W*$/i;

/** The words on a button or on a sponsor's. */
function isButton({ kind, field }: ReadableText): boolean {
  return kind === 'line' && (field === 'text' || field === 'cta');
}

function finding(text: ReadableText, start: number, shown: string): Finding {
  return {
    message:
      shown === ''
        ? 'The link has no text, so nobody sees it.'
        : `The link text "${shown}" does not say where the link leads.`,
    hint: 'Link the words that name what is there.',
    path: text.path,
    piece: text.piece(start, shown.length),
  };
}
