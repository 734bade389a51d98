import type { CST, ErrorCode, YAMLError } from 'yaml';
import type { SyntaxComplaint } from '../complaints.ts';
import { unclosedBracket, unclosedQuote } from './yaml-openings.ts';

/** What the parser was given, to look at around an error. */
export interface YamlText {
  readonly text: string;
  readonly tokens: readonly CST.Token[];
}

/** Says what the YAML parser found in an author's words, where its own are about the grammar. */
export function toComplaint(error: YAMLError, yaml: YamlText): SyntaxComplaint {
  const [start, end] = error.pos;
  const at = { start, end: Math.max(end, start + 1) };
  if (error.name === 'YAMLWarning') {
    const isTag = error.code === 'TAG_RESOLVE_FAILED';
    const tag = yaml.text.slice(start, end);
    const message = isTag ? unknownTag(tag) : sentence(error.message);
    const hint = isTag ? 'Remove the tag; a text that begins with ! stands in quotes.' : undefined;
    return { code: 'suspicious-source', severity: 'warning', message, hint, ...at };
  }
  const explain = EXPLANATIONS[error.code];
  const explained = explain?.({ ...yaml, start, said: error.message });
  return { code: 'syntax-error', message: sentence(error.message), ...at, ...explained };
}

// --- internal ---

interface Found extends YamlText {
  readonly start: number;
  /** The parser's words. */
  readonly said: string;
}

interface Explanation {
  readonly message?: string;
  readonly hint: string;
  readonly start?: number;
  readonly end?: number;
}

const QUOTES = 'If it is text, put it in quotes.';
const COLUMN = 'Lines that belong together start at the same column.';

const EXPLANATIONS: Readonly<Partial<Record<ErrorCode, (found: Found) => Explanation>>> = {
  BAD_DQ_ESCAPE: ({ text, start }) => ({
    message: `\`${text.slice(start, start + 2)}\` is no escape that double quotes know.`,
    hint: 'Write \\\\ for a backslash, or put the text in single quotes.',
  }),
  BAD_INDENT: (found) =>
    badFlow(found) ?? { ...lineFrom(found), message: OTHER_COLUMN, hint: COLUMN },
  BAD_SCALAR_START: (found) => ({
    ...lineFrom(found),
    message: `A text that begins with ${found.text.charAt(found.start)} needs quotes.`,
    hint: 'Put it in quotes.',
  }),
  BLOCK_AS_IMPLICIT_KEY: badKey,
  BLOCK_IN_FLOW: () => ({
    hint: 'Inside [ ] and { }, only lists and maps in brackets are possible.',
  }),
  MISSING_CHAR: missing,
  MULTILINE_IMPLICIT_KEY: (found) => ({
    ...lineFrom(found),
    message: 'There is no key on this line, so it is read together with the next.',
    hint: 'Write a space after the colon, or indent a text that goes on.',
  }),
  TAB_AS_INDENT: () => ({
    message: 'A tab indents this line; YAML allows only spaces there.',
    hint: 'Use spaces.',
  }),
  UNEXPECTED_TOKEN: unexpected,
};

const OTHER_COLUMN = 'This line starts at another column than those it belongs with.';

/** A list or map in brackets that is not closed, or whose lines stand too far left. */
function badFlow({ text, tokens, start, said }: Found): Explanation | null {
  const bracket = /end with a ([\]}])/.exec(said)?.[1];
  const opening = bracket === undefined ? null : unclosedBracket(tokens, start);
  if (bracket === undefined || opening === null) return null;
  const at = { start: opening, end: opening + 1 };
  const own = text.charAt(opening);
  if (isClosed(text, opening, bracket)) {
    const message = `What stands inside this ${own} is not indented further than its key.`;
    return { message, hint: `Indent it, and the closing ${bracket} too.`, ...at };
  }
  return {
    message: `This ${own} is never closed.`,
    hint: `Write ${bracket} where it ends.`,
    ...at,
  };
}

/** Whether a bracket is closed further down; brackets in texts count too. */
function isClosed(text: string, opening: number, closing: string): boolean {
  let depth = 0;
  for (let at = opening; at < text.length; at++) {
    if (text[at] === text[opening]) depth += 1;
    else if (text[at] === closing) depth -= 1;
    if (depth === 0) return true;
  }
  return false;
}

/** A key where none can be: behind a colon on the same line, or under a value that it isn't part of. */
function badKey(found: Found): Explanation {
  const { text, start } = found;
  const line = lineFrom(found);
  if (!/:(?=\s|$)/.test(text.slice(start, line.end))) {
    const next = line.end + text.slice(line.end).search(/\S|$/);
    return {
      message: 'This line is indented further than the key above it, which has its value already.',
      hint: COLUMN,
      ...lineFrom({ text, start: next }),
    };
  }
  return {
    message: "A value can't hold a key on the same line, and here is a second colon.",
    hint: 'If it is text, put it in quotes; if it is a key, give it a line of its own.',
    ...line,
  };
}

function missing(found: Found): Explanation {
  const { text, tokens, start, said } = found;
  const opening = unclosedQuote(tokens, start);
  if (opening !== null) {
    return {
      message: 'The text in quotes that begins here is never closed.',
      hint: `Write ${text.charAt(opening)} where it ends.`,
      start: opening,
      end: text.length,
    };
  }
  if (!said.startsWith('Implicit map keys')) return { hint: 'Look for what is missing before it.' };
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  return {
    message: 'This line is neither a key with a value nor part of the text above.',
    hint: 'Write a colon and a space after a key; indent a text that goes on.',
    ...lineFrom({ text, start: lineStart }),
  };
}

function unexpected(found: Found): Explanation {
  const { text, start, said } = found;
  if (said.startsWith('Block scalar header')) return { ...beside, ...lineFrom(found) };
  if (said.includes('on same line with key')) {
    const message = "A list can't begin on the line of its key.";
    return { message, hint: 'Give each `- ` a line of its own below the key, or use quotes.' };
  }
  const closing = /^[\]}]/.exec(text.slice(start))?.[0];
  if (closing !== undefined) return { message: `This ${closing} closes nothing.`, hint: QUOTES };
  return behindValue(found) ?? { message: "This can't stand here.", hint: QUOTES };
}

/** What follows a value that has ended: the whole of it is likely meant as text. */
function behindValue(found: Found): Explanation | null {
  const { text, start } = found;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const before = text.slice(lineStart, start);
  const value = lineStart + (/^\s*(?:- +)*(?:[\w-]+: +)?/.exec(before)?.[0].length ?? 0);
  const explained = ENDINGS[text.charAt(value)];
  return explained === undefined ? null : { ...explained, ...lineFrom({ text, start: value }) };
}

const bracketed = (opening: string, closing: string): Explanation => ({
  message: `A value that begins with ${opening} ends at its ${closing}, and there is more behind it.`,
  hint: QUOTES,
});

const beside: Explanation = {
  message: 'The text of | or > begins on the line below it, and here is some beside it.',
  hint: 'Move it to the next line, indented.',
};

const ENDINGS: Readonly<Record<string, Explanation>> = {
  '|': beside,
  '>': beside,
  '{': bracketed('{', '}'),
  '[': bracketed('[', ']'),
  '*': { message: '* begins the name of an alias, and there is more behind it.', hint: QUOTES },
  '"': {
    message: 'A text in double quotes ends at the second one, and there is more behind it.',
    hint: 'Write \\" for a quotation mark inside it.',
  },
  "'": {
    message: 'A text in single quotes ends at the second one, and there is more behind it.',
    hint: "Write '' for an apostrophe inside it, or use double quotes.",
  },
};

/** From the first character behind a place up to the end of its line. */
function lineFrom({ text, start }: Pick<Found, 'text' | 'start'>): { start: number; end: number } {
  const first = start + (/^[ \t]*/.exec(text.slice(start))?.[0].length ?? 0);
  const newline = text.slice(first).search(/\r?\n/);
  return { start: first, end: newline === -1 ? text.length : first + newline };
}

function unknownTag(tag: string): string {
  return `The tag \`${tag}\` is unknown, so its value is taken as it is written.`;
}

function sentence(message: string): string {
  return /[.!?]$/.test(message) ? message : `${message}.`;
}
