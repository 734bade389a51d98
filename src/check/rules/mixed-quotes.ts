import { quotationMarks } from '../../markdown/quotation-marks.ts';
import { isForeignTitle } from '../match-texts.ts';
import type { ReadableText } from '../readable-text.ts';
import type { Finding, Rule } from '../rule.ts';

/** Quotation marks are all of one kind when they reach the reader. */
export const mixedQuotes: Rule = {
  name: 'mixed-quotes',
  group: 'Words',
  severity: 'warning',
  about: {
    why: "Pasted text brings its own quotation marks, which then stand beside yours. Galley sets straight ones as the publication's language wants them (`typography`), so that only those of another style are found; with `typography: false` straight and curly ones are. Code and quotations are left out.",
    silent: {
      issue: `
- kind: topic
  heading: Marks
  body: He said "bend it" and “leave it”. It's all one to Galley, or it’s not.`,
    },
    firing: {
      config: 'typography: false',
      issue: `
- kind: topic
  heading: Marks
  body: He said "bend it" and “leave it”.`,
    },
  },
  check: ({ texts, publication }) => {
    const own = texts.filter((text) => !text.isQuoted && !isForeignTitle(text));
    const straight = findFirst(own, /(?<![\p{N}"])"(?=\S)/u);
    if (publication.typography) {
      const marks = quotationMarks(publication.language);
      if (straight === null || marks === null) return [];
      // French ones bring their spaces along.
      const [open, close] = [marks[0].trim(), marks[1].trim()];
      const other = findFirst(own, /[“”„«»]/gu, (mark) => mark !== open && mark !== close);
      const shown = `${open}…${close}`;
      return describe(other, (mark) => ({
        message: `The quotation mark ${mark} stands beside straight ones, which are set as ${shown}.`,
        hint: 'Write them all straight: Galley sets them.',
      }));
    }
    const curly = findFirst(own, /[“”„]/u);
    const apostrophe = findFirst(own, /(?<=\p{L})'(?=\p{L})/u);
    const curlyApostrophe = findFirst(own, /(?<=\p{L})’(?=\p{L})/u);
    return [
      ...describe(curly === null ? null : straight, () => ({
        message: 'Straight quotation marks stand beside curly ones.',
        hint,
      })),
      ...describe(curlyApostrophe === null ? null : apostrophe, () => ({
        message: 'Straight apostrophes stand beside curly ones.',
        hint,
      })),
    ];
  },
};

// --- internal ---

const hint = 'Write them all alike, or leave them to Galley with typography: true.';

interface FoundMark {
  readonly text: ReadableText;
  readonly at: number;
  readonly mark: string;
}

function findFirst(
  texts: readonly ReadableText[],
  pattern: RegExp,
  isMeant: (mark: string) => boolean = () => true,
): FoundMark | null {
  for (const text of texts) {
    const all = text.text.matchAll(new RegExp(pattern.source, 'gu'));
    for (const { 0: mark, index } of all) if (isMeant(mark)) return { text, at: index, mark };
  }
  return null;
}

function describe(
  found: FoundMark | null,
  say: (mark: string) => Pick<Finding, 'message' | 'hint'>,
): readonly Finding[] {
  if (found === null) return [];
  const { text, at, mark } = found;
  return [{ ...say(mark), path: text.path, piece: text.piece(at, 1) }];
}
