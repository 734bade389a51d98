import type { ReadableText } from '../readable-text.ts';
import type { Finding, Rule } from '../rule.ts';

/** A link has words. */
export const emojiLink: Rule = {
  name: 'emoji-link',
  group: "Reader's access",
  severity: 'warning',
  about: {
    why: 'An emoji is read aloud by its name, "fire", and looks different on every system: as the only text of a link it tells nobody where the link leads. Beside words it is fine.',
    silent: {
      issue: `
- kind: topic
  heading: Steam
  body: Read [how planks are bent 🔥](https://planks.example/steam).`,
    },
    firing: {
      issue: `
- kind: topic
  heading: Steam
  body: Read how planks are bent [🔥](https://planks.example/steam).`,
    },
  },
  check: ({ texts }) =>
    texts.flatMap((text): readonly Finding[] => {
      const links = isLink(text) ? [{ start: 0, end: text.text.length }] : text.links;
      return links
        .map(({ start, end }) => ({ start, shown: text.text.slice(start, end) }))
        .filter(({ shown }) => isEmoji(shown))
        .map(({ start, shown }) => ({
          message: `The link has no words, only ${shown.trim()}.`,
          hint: 'Link the words beside it, or add some.',
          path: text.path,
          piece: text.piece(start, shown.length),
        }));
    }),
};

// --- internal ---

/** A field that is the text of a link. */
function isLink({ kind, field, path }: ReadableText): boolean {
  return kind === 'line' && path.length > 1 && /^(?:text|cta|title|name)$/.test(field);
}

function isEmoji(text: string): boolean {
  const signs = /^[\p{Extended_Pictographic}\p{Emoji_Component}\p{P}\p{S}\s]+$/u;
  return signs.test(text) && /\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(text);
}
