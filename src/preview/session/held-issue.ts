import { sha256 } from '../../files/hash.ts';
import type { Issue } from '../../issue/schema.ts';
import type { Press } from '../../press/press.ts';
import type { PreparedIssue, PrintedIssue } from '../../press/print-issue.ts';
import type { IssueFile } from '../../workspace/list-issues.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { displayPath } from '../../workspace/workspace.ts';
import type { InboxLine, IssueFacts, IssueRow, ShownDiagnostic } from '../model.ts';

/** A rendering, and what it was made of. */
export interface Print {
  readonly facts: IssueFacts;
  readonly issue: Issue;
  readonly printed: PrintedIssue;
  readonly inbox: InboxLine;
}

/** What a rendering came from: what the rules look at. */
export interface Made {
  readonly press: Press;
  readonly prepared: PreparedIssue;
}

/** What came of reading an issue. */
export interface Reading {
  /** Null when there are errors. */
  readonly print: Print | null;
  /** Null when there is no print. */
  readonly made: Made | null;
  /** The files it is made of, absolute. */
  readonly files: ReadonlySet<string>;
  readonly diagnostics: readonly ShownDiagnostic[];
}

/** An issue as the session knows it. */
export interface HeldIssue {
  readonly source: IssueFile;
  readonly row: IssueRow;
  readonly diagnostics: readonly ShownDiagnostic[];
  /** Those that reading it gave: without what the rules found, and with what comments silence. */
  readonly validated: readonly ShownDiagnostic[];
  /** The last good rendering, as long as it is kept. */
  readonly print: Print | null;
  readonly made: Made | null;
  readonly files: ReadonlySet<string>;
  /** True when it must be read before it is shown: at first, and once something of it changed. */
  readonly isOutdated: boolean;
  /** True when the rules have looked at it as it is, or do so now. */
  readonly isChecked: boolean;
  /** Of the last good rendering. */
  readonly content: string;
}

/** An issue that has not been read yet. */
export function holdIssue(workspace: Workspace, source: IssueFile): HeldIssue {
  const file = displayPath(workspace, source.file);
  return {
    source,
    row: { slug: source.slug, file, facts: null, errors: 0, warnings: 0, version: 0 },
    diagnostics: [],
    validated: [],
    print: null,
    made: null,
    files: new Set([source.file]),
    isOutdated: true,
    isChecked: false,
    content: '',
  };
}

/**
 * The issue after it was read: with errors, its last good rendering stands. Its row gets the next
 * version only if anything of it changed. If it `willBeChecked`, what the rules found before stays
 * until then: most saves change nothing of that.
 */
export function takeReading(
  held: HeldIssue,
  { print, made, files, diagnostics: validated }: Reading,
  nextVersion: () => number,
  willBeChecked: boolean,
): HeldIssue {
  const diagnostics = willBeChecked && print !== null ? keepFindings(held, validated) : validated;
  const content = print === null ? held.content : contentOf(print);
  const isSame =
    held.row.version > 0 &&
    content === held.content &&
    isErroneous(diagnostics) === isErroneous(held.diagnostics) &&
    areSame(diagnostics, held.diagnostics);
  const read = {
    ...held,
    print: print ?? held.print,
    made: made ?? held.made,
    validated,
    files,
    content,
    isOutdated: false,
    isChecked: false,
  };
  if (isSame) return read;
  return withDiagnostics(
    { ...read, row: { ...held.row, facts: print?.facts ?? held.row.facts } },
    diagnostics,
    nextVersion(),
  );
}

/** The issue after the rules looked at it, as the next version only if they changed anything. */
export function takeFindings(
  held: HeldIssue,
  diagnostics: readonly ShownDiagnostic[],
  nextVersion: () => number,
): HeldIssue {
  if (areSame(diagnostics, held.diagnostics)) return held;
  return withDiagnostics(held, diagnostics, nextVersion());
}

/** The issue with other diagnostics, as another version. */
export function withDiagnostics(
  held: HeldIssue,
  diagnostics: readonly ShownDiagnostic[],
  version: number,
): HeldIssue {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = diagnostics.length - errors;
  return { ...held, diagnostics, row: { ...held.row, errors, warnings, version } };
}

/** True when one of them is an error. */
export function isErroneous(diagnostics: readonly ShownDiagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}

/** True when it must be drawn before it can be shown. */
export function isMissing({ isOutdated, print, diagnostics }: HeldIssue): boolean {
  return isOutdated || (print === null && !isErroneous(diagnostics));
}

// --- internal ---

function areSame(one: readonly ShownDiagnostic[], other: readonly ShownDiagnostic[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** What reading gave now, with what the rules had added or silenced. */
function keepFindings(
  held: HeldIssue,
  validated: readonly ShownDiagnostic[],
): readonly ShownDiagnostic[] {
  if (areSame(validated, held.validated)) return held.diagnostics;
  const known = new Set(held.validated.map((one) => JSON.stringify(one)));
  return [...validated, ...held.diagnostics.filter((one) => !known.has(JSON.stringify(one)))];
}

/** The same for the same rendering. The Message-ID stands for all that the message is made of. */
function contentOf({ facts, printed }: Print): string {
  const { html, text, eml, preheader } = printed;
  const end = Buffer.from(eml.buffer, eml.byteOffset, eml.byteLength).indexOf('\r\n\r\n');
  const headers = Buffer.from(eml.subarray(0, end)).toString('latin1');
  return sha256(JSON.stringify([facts, preheader, headers, text, html]));
}
