import type { ReadableText } from '../readable-text.ts';
import type { Finding, Rule } from '../rule.ts';

/** No line of prose ends in spaces that nobody sees and nothing needs. */
export const trailingSpace: Rule = {
  name: 'trailing-space',
  group: 'Words',
  severity: 'warning',
  about: {
    why: 'They came with pasted text, make changes hard to read, and a second one would make a line break of it. Two spaces inside a paragraph are such a break and are left alone, and so is code. `--fix` deletes them.',
    silent: { issue: 'subject: Letter 11 about wooden boats' },
    firing: { issue: "subject: 'Letter 11 about wooden boats  '" },
  },
  check: ({ texts, contents }) => {
    const lines = texts.filter(({ kind }) => kind === 'line');
    const prose = contents.markdown
      .map((field) => ({ ...field, found: spacesIn(field.text) }))
      .filter(({ found }) => found.length > 0)
      .map((field) => ({
        ...field,
        starts: startsOf(texts.filter(({ path }) => path === field.path)),
      }));
    return [
      ...lines.flatMap(({ path, text }) => spacesIn(text).map((at) => finding(path, text, at))),
      ...prose.flatMap(({ path, text, found, starts }) =>
        found
          .filter((at) => !isBreak(text, at) && isProse(text, at, starts))
          .map((at) => finding(path, text, at)),
      ),
    ];
  },
};

// --- internal ---

interface Stretch {
  readonly offset: number;
  readonly length: number;
}

/**
 * Behind something, so that the indentation before the end of a text doesn't count; but not behind a
 * backslash, which would break the line without them.
 */
function spacesIn(text: string): readonly Stretch[] {
  return [...text.matchAll(/(?<=[^\s\\])[ \t]+(?=\r?\n|$)/g)].map(({ 0: spaces, index }) => {
    return { offset: index, length: spaces.length };
  });
}

/** Two spaces before another line of the same paragraph break the line. */
function isBreak(text: string, { offset, length }: Stretch): boolean {
  return length > 1 && /^\r?\n[ \t]*\S/.test(text.slice(offset + length));
}

/** Where a piece of prose is written; of code there is none. */
function startsOf(texts: readonly ReadableText[]): readonly number[] {
  return texts.flatMap(({ text, piece }) => Array.from(text, (_, at) => piece(at, 1).offset));
}

function isProse(text: string, { offset }: Stretch, starts: readonly number[]): boolean {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  return starts.some((start) => start >= lineStart && start < offset);
}

function finding(path: Finding['path'], text: string, piece: Stretch): Finding {
  return {
    message: 'The line ends in spaces.',
    hint: 'Delete them; `galley check --fix` does.',
    path,
    piece,
    fix: { from: text.slice(piece.offset, piece.offset + piece.length), to: '' },
  };
}
