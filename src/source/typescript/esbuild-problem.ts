import { resolve } from 'node:path';
import type { Message } from 'esbuild';
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
  return placeProblem(complaintOf(message), stretchOf(message, context));
}

// --- internal ---

function complaintOf({ id, text, notes }: Message): Complaint {
  const message = `${text.replace(/[.!]$/, '')}.`;
  if (id === 'duplicate-object-key') {
    const name = /"(.*)"/.exec(text)?.[1] ?? '';
    return {
      code: 'duplicate-key',
      message: `The key \`${name}\` is here twice.`,
      hint: 'Keep one of the two.',
    };
  }
  if (/^(?:Could not resolve|No matching export|Only \.ts)/.test(text)) {
    const hint = 'Check the path and the name; a path to a file begins with ./ or ../.';
    return { code: 'unresolved-import', message, hint };
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
  const isWarning = id !== '';
  const hint = notes[0]?.location === null ? notes[0].text : undefined;
  return isWarning
    ? { code: 'suspicious-source', severity: 'warning', message, hint }
    : { code: 'syntax-error', message, hint };
}

function stretchOf(
  { location }: Message,
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
