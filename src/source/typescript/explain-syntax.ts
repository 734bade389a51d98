import { suggest } from '../../diagnostics/suggest.ts';
import { type Stretch, placeOf } from '../stretch.ts';
import { scanOpenings } from './scan-openings.ts';

/** What is said of a mistake, and what is underlined. */
export interface Explanation {
  readonly message?: string;
  readonly hint?: string;
  readonly at?: Stretch;
}

/**
 * Says in an author's words what the compiler says in its own, `said`, of a place; `note` is the
 * place that it mentions beside. Empty where its own words must do.
 */
export function explainSyntax(said: string, at: Stretch, note: Stretch | null): Explanation {
  if (said.startsWith('Unterminated')) return unclosedText(at);
  if (said.startsWith('Expected "*/"') && note !== null) {
    const message = 'The comment that begins here is never closed.';
    return { message, hint: 'Write */ where it ends.', at: note };
  }
  if (/^Unexpected "[“”‘’„«»]"/.test(said)) {
    const message = `A text stands in straight quotation marks, and this is ${at.text.charAt(at.start)}.`;
    return { message, hint: 'Write \' or ".' };
  }
  const repeated = /^The symbol "(.+)" has already been declared|^Multiple exports/.exec(said);
  if (repeated !== null && note !== null) {
    const name = repeated[1] === undefined ? 'a default export' : `\`${repeated[1]}\``;
    const message = `There is ${name} in line ${placeOf(note).line} already.`;
    return { message, hint: 'Keep one of the two, or give one another name.' };
  }
  const constant = /^Cannot assign to "(.+)" because it is a constant/.exec(said)?.[1];
  if (constant !== undefined) {
    const message = `\`${constant}\` is a constant, which keeps its value.`;
    return { message, hint: 'Declare it with `let`.' };
  }
  return unexpected(said, at);
}

// --- internal ---

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

function unclosedText(at: Stretch): Explanation {
  const { text: start } = scanOpenings(at.text, at.start);
  if (start === null) return {};
  const quote = at.text.charAt(start);
  const lines = quote === '`' ? '' : '; a text of several lines stands in backticks';
  return {
    message: 'The text that begins here is never closed.',
    hint: `Write ${quote} where it ends${lines}.`,
    at: { ...at, start: start, end: at.text.length },
  };
}

/** Something else than what could stand there. */
function unexpected(said: string, at: Stretch): Explanation {
  const { text, start } = at;
  const found = text.slice(start, at.end);
  const before = text.slice(0, start);
  const last = before.trimEnd();
  if (/['"`]$/.test(before) && /^['"`\w]/.test(found)) return endedText(before.slice(-1));
  // Code that is set off by ``` ends the text, too, and leaves its lines to the compiler.
  if (last.endsWith('``')) return endedText('`');
  if (found === '' || /^[)\]};]/.test(found)) return openBracket(at, found);
  const word = /([\w$]+)$/.exec(last)?.[1];
  const guess = word === undefined ? null : suggest(word, ['export', 'import', 'const']);
  if (said.startsWith('Expected ";"') && guess !== null && guess !== word) {
    const start = last.length - (word ?? '').length;
    const message = `\`${word ?? ''}\` means nothing here.`;
    return { message, hint: `Did you mean \`${guess}\`?`, at: { ...at, start, end: last.length } };
  }
  if (!/^Expected "[)\]}]"/.test(said) || /[([{,:]$/.test(last)) return { hint: LOOK };
  const isSameLine = !before.slice(last.length).includes('\n');
  if (isSameLine && word !== undefined && /^[\w$]/.test(found) && !/^\d/.test(word)) {
    return {
      message: `\`${word} ${found}\` is no value.`,
      hint: 'If it is text, put it in quotes.',
    };
  }
  const line = placeOf({ ...at, start: last.length - 1, end: last.length }).line;
  return {
    message: 'A comma is missing before this.',
    hint: isSameLine ? 'Write one between the two.' : `Write one at the end of line ${line}.`,
  };
}

/** A text that ends where the author meant a mark inside it. */
function endedText(mark: string): Explanation {
  const message = `The text ends at the ${mark === '`' ? 'backtick' : 'quotation mark'} before this.`;
  return { message, hint: INSIDE[mark] ?? LOOK };
}

const INSIDE: Readonly<Record<string, string>> = {
  "'": "Write \\' for an apostrophe inside a text, or put the text in double quotes.",
  '"': 'Write \\" for a quotation mark inside a text, or put the text in single quotes.',
  '`': 'Write \\` for every backtick inside a text that stands in backticks.',
};

const LOOK = 'Look for what is missing or left over here, or just before.';

/** A bracket that is open where something else is closed, or where the file ends. */
function openBracket(at: Stretch, found: string): Explanation {
  const opening = scanOpenings(at.text, at.start).brackets.at(-1);
  if (opening === undefined) {
    if (found === '' || found.startsWith(';')) return { hint: LOOK };
    return { message: `This ${found.charAt(0)} closes nothing.`, hint: 'Remove it.' };
  }
  const bracket = at.text.charAt(opening);
  const closing = CLOSING[bracket] ?? '';
  if (found.startsWith(closing)) return { hint: LOOK };
  const place = { ...at, start: opening, end: opening + 1 };
  const hint = `Write ${closing} where it ends.`;
  if (found === '') return { message: `This ${bracket} is never closed.`, hint, at: place };
  const { line } = placeOf(place);
  const message = `Here is ${found.charAt(0)}, but the ${bracket} of line ${line} is not closed yet.`;
  return { message, hint };
}
