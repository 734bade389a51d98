import type { SyntaxComplaint } from '../complaints.ts';

/** Thrown inside the JSON parser at the first syntax error; never leaves it. */
export class JsonError extends Error {
  readonly complaint: SyntaxComplaint;

  constructor(complaint: SyntaxComplaint) {
    super(complaint.message);
    this.complaint = complaint;
  }
}

/** Reads JSON's tokens one after the other; throws a `JsonError` where they end. */
export interface JsonCursor {
  position(): number;
  /** Goes to the next token and says where it begins. */
  skipSpace(): number;
  /** Takes the character if it is the next token. */
  take(character: string): boolean;
  /** Takes a comma, or what closes the list; true for a comma with something behind it. */
  takeComma(closing: ']' | '}'): boolean;
  expectColon(): void;
  expectEnd(): void;
  readKey(): string;
  readScalar(): unknown;
}

export function createCursor(text: string): JsonCursor {
  let at = 0;
  const fail = (message: string, hint?: string, start = at, end = start + 1): never => {
    throw new JsonError({ code: 'syntax-error', message, hint, start, end });
  };
  const skipSpace = (): number => {
    SPACE.lastIndex = at;
    SPACE.test(text);
    at = SPACE.lastIndex;
    if (text.startsWith('//', at) || text.startsWith('/*', at)) {
      fail('JSON has no comments.', 'Remove it, or write the file as YAML.', at, at + 2);
    }
    return at;
  };
  const take = (character: string): boolean => {
    skipSpace();
    if (text[at] !== character) return false;
    at += 1;
    return true;
  };
  const readString = (): string => {
    const end = endOfString(text, at);
    if (end === null) return fail('This text has no closing quote on its line.', undefined, at);
    const value = parseToken(text.slice(at, end));
    if (typeof value !== 'string') return fail(...badString(text, at, end));
    at = end;
    return value;
  };
  const found = (): string => {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 32);
    return at >= text.length ? 'the file ends' : `there is ${JSON.stringify(character)}`;
  };

  return {
    position: () => at,
    skipSpace,
    take,
    takeComma(closing) {
      if (take(closing)) return false;
      if (!take(',')) fail(`A comma or ${closing} is expected here, but ${found()}.`);
      const comma = at - 1;
      skipSpace();
      if (text[at] === closing) fail('There is nothing after this comma.', 'Remove it.', comma);
      return true;
    },
    expectColon() {
      if (!take(':')) fail(`A colon is expected after the key, but ${found()}.`);
    },
    expectEnd() {
      skipSpace();
      if (at < text.length) fail('The data ended before this.', 'Keep one value in the file.');
    },
    readKey() {
      if (text[at] === '"') return readString();
      return fail(`A key is expected here, but ${found()}.`, 'Keys stand in double quotes.');
    },
    readScalar() {
      if (text[at] === '"') return readString();
      WORD.lastIndex = at;
      const word = WORD.exec(text)?.[0] ?? '';
      if (word === '')
        return fail(`A value is expected here, but ${found()}.`, quoteHint(text[at]));
      const value = parseToken(word);
      const end = at + word.length;
      if (value === undefined) fail(`\`${shorten(word)}\` is no value.`, QUOTES, at, end);
      at = end;
      return value;
    },
  };
}

// --- internal ---

const SPACE = /[ \t\n\r]*/y;
const WORD = /[^\s,:[\]{}"'`]+/y;
const QUOTES = 'Text stands in double quotes.';

function quoteHint(character: string | undefined): string | undefined {
  return character === "'" || character === '`' ? QUOTES : undefined;
}

function shorten(word: string): string {
  return word.length > 40 ? `${word.slice(0, 39)}…` : word;
}

/** The offset behind the closing quote of a string that begins at `start`. */
function endOfString(text: string, start: number): number | null {
  for (let at = start + 1; at < text.length; at++) {
    const character = text[at];
    if (character === '"') return at + 1;
    if (character === '\n') return null;
    if (character === '\\') at += 1;
  }
  return null;
}

/** The value of one token; undefined when it is none. */
function parseToken(token: string): unknown {
  try {
    return JSON.parse(token) as unknown;
  } catch {
    return undefined;
  }
}

/** Where a string that is no JSON goes wrong: at an unknown escape or a control character. */
function badString(
  text: string,
  start: number,
  end: number,
): [message: string, hint: string, start: number, end: number] {
  const good = /(?:[^\\\p{Cc}]|[\x7f-\x9f]|\\(?:["\\/bfnrt]|u[\da-f]{4}))*/iuy;
  good.lastIndex = start + 1;
  good.test(text);
  const at = Math.min(good.lastIndex, end - 1);
  return text[at] === '\\'
    ? ['This escape is unknown to JSON.', 'Write \\\\ for a backslash.', at, at + 2]
    : ['A control character is not allowed in a text.', 'Write \\t for a tab.', at, at + 1];
}
