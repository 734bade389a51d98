import type { DiagnosticCode } from '../diagnostics/codes.ts';
import type { FieldPath, Place, Problem, Severity } from '../diagnostics/diagnostic.ts';
import type { PlacedProblem } from './source.ts';

/** A part of a file's text, from `start` up to `end`, in UTF-16 units; it may span lines. */
export interface Stretch {
  /** Absolute path. */
  readonly file: string;
  /** The whole text of the file. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Where a stretch begins, and how far it goes on that line. A place is at least one column wide, so
 * that there is something to underline.
 */
export function placeOf({ file, text, start, end }: Stretch): Place {
  let line = 1;
  let lineStart = 0;
  for (;;) {
    const newline = text.indexOf('\n', lineStart);
    if (newline === -1 || newline >= start) break;
    line += 1;
    lineStart = newline + 1;
  }
  const lineText = lineAt(text, lineStart);
  const from = Math.min(start - lineStart, lineText.length);
  const rest = lineText.slice(from);
  const spans = end - lineStart > lineText.length;
  const length = spans ? rest.trimEnd().length : end - lineStart - from;
  return { file, line, column: from + 1, endColumn: from + Math.max(1, length) + 1 };
}

/** The first line of a file: where a problem of the whole file is shown. */
export function startOfFile(file: string, text: string): Stretch {
  return { file, text, start: 0, end: lineAt(text, 0).length };
}

/** A problem of how a file is written. */
export interface Complaint {
  readonly code: DiagnosticCode;
  readonly severity?: Severity | undefined;
  readonly message: string;
  readonly hint?: string | undefined;
  readonly path?: FieldPath | undefined;
}

/** Puts a complaint at its place. */
export function placeProblem(complaint: Complaint, at: Stretch): PlacedProblem {
  return { problem: toProblem(complaint), place: placeOf(at) };
}

/** A complaint as a problem: an error of the whole file when it doesn't say otherwise. */
export function toProblem(complaint: Complaint): Problem {
  const { code, severity = 'error', message, hint, path = [] } = complaint;
  return { code, severity, message, hint, path };
}

// --- internal ---

/** The text from an offset to the end of its line. */
function lineAt(text: string, start: number): string {
  const newline = text.indexOf('\n', start);
  if (newline === -1) return text.slice(start);
  return text.slice(start, text[newline - 1] === '\r' && newline > start ? newline - 1 : newline);
}
