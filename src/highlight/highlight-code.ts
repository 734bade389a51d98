import { createHash } from 'node:crypto';
import type { Store } from '../files/store.ts';
import { codeRoles } from '../text/highlight-line.ts';
import type { CodeRole, CodeRun, HighlightLine } from '../text/highlight-line.ts';
import type { DivideCode } from './divide-code.ts';

/** A piece of code in coloured lines. */
export interface HighlightedCode {
  /** One a line of the code; the runs of a line are its whole text. */
  readonly lines: readonly HighlightLine[];
  /** False for a language nobody here knows: its code is plain. */
  readonly known: boolean;
}

/** Highlights one piece of code after another. */
export type Highlighter = (code: string, language: string) => Promise<HighlightedCode>;

/**
 * Makes what divides code into runs of one role. What was once divided comes out of the store; shiki
 * and the grammar of a language are loaded only for what is new, and then kept. An unknown language,
 * `text`, very long code and very long lines are plain. It throws for no code and no language.
 */
export function createHighlighter(store: Store): Highlighter {
  let loading: Promise<DivideCode> | null = null;
  const load = async () => (await import('./divide-code.ts')).createCodeDivider();
  return async (code, language) => {
    const lines = code.split(/\r\n|\r|\n/);
    const name = language.toLowerCase();
    if (plainNames.has(name)) return plain(lines, true);
    const key = keyOf(name, code);
    const kept = await store.get(key);
    const found = kept === null ? null : readKept(kept, lines);
    if (found !== null) return found;
    const divided = await (await (loading ??= load()))(lines, name);
    const result = divided === 'unknown' ? plain(lines, false) : keepWhole(divided, lines);
    await store.set(key, JSON.stringify(pack(result)));
    return result;
  };
}

// --- internal ---

/** Part of each key: raise it when the theme, the format or shiki changes. */
const VERSION = 'highlight 1, shiki 4.6.0';

const plainNames = new Set(['', 'text', 'txt', 'plain', 'plaintext', 'ansi', 'none']);

function keyOf(language: string, code: string): string {
  // A length between keeps `a` + `bc` and `ab` + `c` apart.
  const content = `${VERSION}\n${language.length}\n${language}\n${code}`;
  return `highlight-${createHash('sha256').update(content, 'utf16le').digest('hex')}`;
}

function plain(lines: readonly string[], known: boolean): HighlightedCode {
  return { lines: lines.map(plainLine), known };
}

function plainLine(text: string): HighlightLine {
  return text === '' ? [] : [{ text, role: 'plain' }];
}

/** Whatever a grammar does, no character is lost: a line that isn't whole is plain. */
function keepWhole(divided: readonly HighlightLine[], lines: readonly string[]): HighlightedCode {
  const whole = lines.map((text, index) => {
    const runs = divided[index] ?? [];
    return runs.map((run) => run.text).join('') === text ? runs : plainLine(text);
  });
  return { lines: whole, known: true };
}

/** As kept: whether the language is known, and for each line the length and role of its runs. */
type Packed = readonly [known: boolean, lines: readonly (readonly (readonly [number, string])[])[]];

function pack({ lines, known }: HighlightedCode): Packed {
  return [known, lines.map((line) => line.map(({ text, role }) => [text.length, role] as const))];
}

/** Null for what can't be this code's entry. */
function readKept(kept: string, lines: readonly string[]): HighlightedCode | null {
  try {
    const [known, packed] = JSON.parse(kept) as Packed;
    if (typeof known !== 'boolean' || packed.length !== lines.length) return null;
    return { lines: packed.map((runs, index) => unpack(runs, lines[index] ?? '')), known };
  } catch {
    return null;
  }
}

function unpack(runs: readonly (readonly [number, string])[], text: string): HighlightLine {
  let at = 0;
  const line = runs.map(([length, role]): CodeRun => {
    at += length;
    return { text: text.slice(at - length, at), role: readRole(role) };
  });
  if (at !== text.length) throw new RangeError('not an entry for this line');
  return line;
}

function readRole(name: string): CodeRole {
  return codeRoles.find((role) => role === name) ?? 'plain';
}
