import type { Place, Severity } from '../diagnostics/diagnostic.ts';
import type { Template } from './template-set.ts';

/** What is wrong in a template, at its exact place. */
export interface TemplateProblem {
  /** Permanent, kebab-case. */
  readonly code: string;
  readonly severity: Severity;
  /** What happened and why. */
  readonly message: string;
  /** What to write instead. */
  readonly hint?: string | undefined;
  readonly place: Place;
}

/** A stretch of a template's text, in UTF-16 units from its start. */
export interface Span {
  readonly template: Template;
  readonly start: number;
  readonly end: number;
}

/** Takes a problem and goes on, so that all problems are found, not the first. */
export type Report = (problem: TemplateProblem) => unknown;

/** An error at a stretch of a template. */
export function templateError(
  code: string,
  span: Span,
  message: string,
  hint?: string,
): TemplateProblem {
  return { code, severity: 'error', message, hint, place: placeOf(span) };
}

/** The line and columns of a stretch; of one over several lines, the part on its first line. */
export function placeOf({ template, start, end }: Span): Place {
  const before = template.text.slice(0, start);
  const lineStart = before.lastIndexOf('\n') + 1;
  const nextBreak = template.text.indexOf('\n', start);
  const lineEnd = nextBreak === -1 ? template.text.length : nextBreak;
  return {
    file: template.file,
    line: before.split('\n').length,
    column: start - lineStart + 1,
    endColumn: Math.max(Math.min(end, lineEnd), start + 1) - lineStart + 1,
  };
}

/** The problems in reading order, each once: a partial used twice has its mistakes once. */
export function sortProblems(problems: readonly TemplateProblem[]): readonly TemplateProblem[] {
  const unique = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return [...unique.values()].sort((a, b) => comparePlaces(a.place, b.place));
}

// --- internal ---

function comparePlaces(a: Place, b: Place): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
