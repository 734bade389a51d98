import type { DiagnosticCode } from './codes.ts';

/** Where a field stands in the data: `['sections', 3, 'items', 2, 'url']`. */
export type FieldPath = readonly (string | number)[];

/** How much a diagnostic counts. */
export type Severity = 'error' | 'warning';

/**
 * What is wrong with a field, before its place in the source is known.
 * Rooms that look at data make problems; the source they came from turns them into diagnostics.
 */
export interface Problem {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** What happened and why, in one or two sentences. */
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string | undefined;
  readonly path: FieldPath;
  /**
   * What to point at: the field's `value` (the default), its `key`, or, for a field that is
   * `missing`, the first key of the object that lacks it.
   */
  readonly at?: 'value' | 'key' | 'missing' | undefined;
  /** A part of the field's string value, in UTF-16 units from its start. */
  readonly piece?: { readonly offset: number; readonly length: number } | undefined;
}

/** A stretch of one line of a file. Lines and columns count from 1, columns in UTF-16 units. */
export interface Place {
  /** Absolute path. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The column after the last one, on the same line. */
  readonly endColumn: number;
}

/** A problem at its place: what every command reports. */
export interface Diagnostic {
  /** What it is about: a name that stays. */
  readonly code: DiagnosticCode;
  /** An issue with an error is not rendered; a warning is only told. */
  readonly severity: Severity;
  /** What happened and why, in one or two sentences. */
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string | undefined;
  /** Relative to the workspace, with forward slashes. */
  readonly file: string;
  /** From 1; null where there is no place. */
  readonly line: number | null;
  /** From 1, in UTF-16 units; null where there is no place. */
  readonly column: number | null;
  /** The column after the offending text; only for drawing the frame, not part of the JSON. */
  readonly endColumn: number | null;
  /** Such as `sections[3].items[2].url`; empty for the whole file. */
  readonly path: string;
}

/** Writes a field path the way an author would: `sections[3].items[2].url`. */
export function formatPath(path: FieldPath): string {
  return path
    .map((step, index) =>
      typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`,
    )
    .join('');
}

/** True when one of the diagnostics is an error. */
export function hasErrors(diagnostics: readonly { readonly severity: Severity }[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}
