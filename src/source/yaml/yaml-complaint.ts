import type { ErrorCode, YAMLError } from 'yaml';
import type { SyntaxComplaint } from '../complaints.ts';

/** Says what the YAML parser found in an author's words, where its own are about the grammar. */
export function toComplaint(error: YAMLError, text: string): SyntaxComplaint {
  const [start, end] = error.pos;
  const known = EXPLANATIONS[error.code];
  const at = { start, end: known?.isLine === true ? text.length : Math.max(end, start + 1) };
  const hint = known?.hint;
  if (error.name === 'YAMLWarning') {
    const tag = text.slice(start, end);
    const message = error.code === 'TAG_RESOLVE_FAILED' ? unknownTag(tag) : sentence(error.message);
    return { code: 'suspicious-source', severity: 'warning', message, hint, ...at };
  }
  const message = known?.message ?? sentence(error.message);
  return { code: 'syntax-error', message, hint, ...at };
}

// --- internal ---

const QUOTES = 'If it is text, put it in quotes.';

interface Explanation {
  readonly message?: string;
  readonly hint: string;
  /** True when all of the line is to be underlined, not only where the parser noticed. */
  readonly isLine?: boolean;
}

const EXPLANATIONS: Readonly<Partial<Record<ErrorCode, Explanation>>> = {
  BAD_DQ_ESCAPE: { hint: 'Write \\\\ for a backslash, or put the text in single quotes.' },
  BAD_INDENT: { hint: 'Lines that belong together start at the same column.' },
  BAD_SCALAR_START: { hint: QUOTES, isLine: true },
  BLOCK_AS_IMPLICIT_KEY: {
    message: "A value can't hold a key on the same line, and here is a second colon.",
    hint: 'If it is text, put it in quotes; if it is a key, give it a line of its own.',
    isLine: true,
  },
  BLOCK_IN_FLOW: { hint: 'Inside [ ] and { }, only lists and maps in brackets are possible.' },
  MULTILINE_IMPLICIT_KEY: {
    message: 'There is no key on this line, so it is read together with the next.',
    hint: 'Write a space after the colon, or indent a text that goes on.',
    isLine: true,
  },
  TAB_AS_INDENT: {
    message: 'A tab indents this line; YAML allows only spaces there.',
    hint: 'Use spaces.',
  },
  TAG_RESOLVE_FAILED: { hint: 'Remove the tag; a text that begins with ! stands in quotes.' },
  UNEXPECTED_TOKEN: { hint: QUOTES },
};

function unknownTag(tag: string): string {
  return `The tag \`${tag}\` is unknown, so its value is taken as it is written.`;
}

function sentence(message: string): string {
  return /[.!?]$/.test(message) ? message : `${message}.`;
}
