import { resolve } from 'node:path';
import type { Message } from 'esbuild';
import { explainImport } from './explain-import.ts';
import { explainSyntax } from './explain-syntax.ts';
import { lineStart } from '../line-start.ts';
import type { PlacedProblem } from '../source.ts';
import { type Complaint, type Stretch, placeProblem, startOfFile } from '../stretch.ts';

/** Turns a message of esbuild's into a problem at its place in the author's file. */
export function messageProblem(
  message: Message,
  context: {
    readonly file: string;
    readonly folder: string;
    readonly texts: ReadonlyMap<string, string>;
  },
): PlacedProblem {
  const place = stretchOf(message.location, context);
  const known = complaintOf(message);
  if (known !== null) return placeProblem(known, place);
  const { id, text, notes, location } = message;
  const said = `${text.replace(/[.!]$/, '')}.`;
  const hint = notes[0]?.location === null ? notes[0].text : undefined;
  if (id !== '') {
    const warning = {
      code: 'suspicious-source',
      severity: 'warning',
      message: said,
      hint,
    } as const;
    return placeProblem(warning, place);
  }
  const imported = explainImport(text, place, location?.suggestion ?? '');
  const code = imported === null ? 'syntax-error' : 'unresolved-import';
  const note = notes[0]?.location == null ? null : stretchOf(notes[0].location, context);
  const { at = place, ...words } = imported ?? explainSyntax(text, place, note);
  return placeProblem({ code, message: said, hint, ...words }, at);
}

// --- internal ---

/** What is said of messages that are known by their id or their beginning. */
function complaintOf({ id, text }: Message): Complaint | null {
  if (id === 'duplicate-object-key') {
    const name = /"(.*)"/.exec(text)?.[1] ?? '';
    return {
      code: 'duplicate-key',
      message: `The key \`${name}\` is here twice.`,
      hint: 'Keep one of the two.',
    };
  }
  if (text.startsWith('Top-level await')) {
    return {
      code: 'syntax-error',
      message: "The file waits for something (`await`), which a data file can't do.",
      hint: 'Write the value itself.',
    };
  }
  if (id === 'empty-import-meta') {
    return {
      code: 'suspicious-source',
      severity: 'warning',
      message: '`import.meta` is empty in a data file.',
      hint: 'Use `__filename` or `__dirname`.',
    };
  }
  return null;
}

function stretchOf(
  location: Message['location'],
  { file, folder, texts }: Parameters<typeof messageProblem>[1],
): Stretch {
  const path = location === null ? file : resolve(folder, location.file);
  const text = texts.get(path);
  if (location === null || text === undefined) return startOfFile(file, texts.get(file) ?? '');
  // Columns and lengths are in bytes.
  const line = Buffer.from(location.lineText);
  const before = line.toString('utf8', 0, location.column).length;
  const length = line.toString('utf8', location.column, location.column + location.length).length;
  const start = lineStart(text, location.line - 1) + before;
  return { file: path, text, start, end: start + length };
}
