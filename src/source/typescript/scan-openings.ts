/** What is open at a place of a TypeScript file. */
export interface Openings {
  /** The brackets around the place, from the outside in. */
  readonly brackets: readonly number[];
  /** Where the text in quotes begins that the place is in; null outside of texts. */
  readonly text: number | null;
}

/**
 * Reads a file as far as a place, which need not be sound: brackets, texts, templates with what is
 * inserted in them, and comments. Regular expressions are read as if they were operators.
 */
export function scanOpenings(code: string, end: number): Openings {
  const open: number[] = [];
  let at = 0;
  while (at < end) {
    const character = code.charAt(at);
    if (code.startsWith('//', at) || code.startsWith('/*', at)) {
      at = skipComment(code, at);
    } else if (character === "'" || character === '"') {
      const next = skipText(code, at);
      if (next >= end) return { brackets: open, text: at };
      at = next;
    } else if (character === '`' || isInserted(code, open, at)) {
      const start = character === '`' ? at : (open.pop() ?? at);
      const next = skipTemplate(code, at + 1);
      if (next.inserted !== null && next.inserted < end) {
        // The template's own beginning is kept below the `{`, to go on from there.
        open.push(start, next.inserted);
        at = next.inserted + 1;
        continue;
      }
      if (next.end >= end) return { brackets: withoutTemplates(code, open), text: start };
      at = next.end;
    } else {
      if ('([{'.includes(character)) open.push(at);
      if (')]}'.includes(character)) open.pop();
      at += 1;
    }
  }
  return { brackets: withoutTemplates(code, open), text: null };
}

// --- internal ---

function skipComment(code: string, at: number): number {
  const isLine = code.charAt(at + 1) === '/';
  const end = code.indexOf(isLine ? '\n' : '*/', at + 2);
  return end === -1 ? code.length : end + (isLine ? 1 : 2);
}

/** Behind a text in quotes, or at the end of the line where it isn't closed. */
function skipText(code: string, start: number): number {
  const quote = code.charAt(start);
  let at = start + 1;
  while (at < code.length && code.charAt(at) !== quote) {
    if (code.charAt(at) === '\n') return Infinity;
    at += code.charAt(at) === '\\' ? 2 : 1;
  }
  return at < code.length ? at + 1 : Infinity;
}

/** How far a template goes: up to the `{` of its next `${`, or behind its end. */
function skipTemplate(
  code: string,
  start: number,
): { readonly inserted: number | null; readonly end: number } {
  for (let at = start; at < code.length; at++) {
    const character = code.charAt(at);
    if (character === '\\') at += 1;
    else if (character === '`') return { inserted: null, end: at + 1 };
    else if (code.startsWith('${', at)) return { inserted: at + 1, end: at + 2 };
  }
  return { inserted: null, end: Infinity };
}

/** True at the `}` that ends what is inserted into a template; takes its `{` off. */
function isInserted(code: string, open: number[], at: number): boolean {
  if (code.charAt(at) !== '}') return false;
  const bracket = open.at(-1) ?? -1;
  if (code.charAt(bracket) !== '{' || code.charAt(open.at(-2) ?? -1) !== '`') return false;
  open.pop();
  return true;
}

function withoutTemplates(code: string, open: readonly number[]): readonly number[] {
  return open.filter((at) => code.charAt(at) !== '`');
}
