import { sha256 } from '../../files/hash.ts';
import type { Issue } from '../../issue/schema.ts';
import type { PrintedIssue } from '../../press/print-issue.ts';
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

/** What came of reading an issue. */
export interface Reading {
  /** Null when there are errors. */
  readonly print: Print | null;
  /** The files it is made of, absolute. */
  readonly files: ReadonlySet<string>;
  readonly diagnostics: readonly ShownDiagnostic[];
}

/** An issue as the session knows it. */
export interface HeldIssue {
  readonly source: IssueFile;
  readonly row: IssueRow;
  readonly diagnostics: readonly ShownDiagnostic[];
  /** The last good rendering, as long as it is kept. */
  readonly print: Print | null;
  readonly files: ReadonlySet<string>;
  /** True when it must be read before it is shown: at first, and once something of it changed. */
  readonly isOutdated: boolean;
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
    print: null,
    files: new Set([source.file]),
    isOutdated: true,
    content: '',
  };
}

/**
 * The issue after it was read: with errors, its last good rendering stands. Its row gets the next
 * version only if anything of it changed.
 */
export function takeReading(
  held: HeldIssue,
  { print, files, diagnostics }: Reading,
  nextVersion: () => number,
): HeldIssue {
  const content = print === null ? held.content : contentOf(print);
  const isSame =
    held.row.version > 0 &&
    content === held.content &&
    isErroneous(diagnostics) === isErroneous(held.diagnostics) &&
    JSON.stringify(diagnostics) === JSON.stringify(held.diagnostics);
  const read = { ...held, print: print ?? held.print, files, content, isOutdated: false };
  if (isSame) return read;
  return withDiagnostics(
    { ...read, row: { ...held.row, facts: print?.facts ?? held.row.facts } },
    diagnostics,
    nextVersion(),
  );
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

// --- internal ---

/** The same for the same rendering. The Message-ID stands for all that the message is made of. */
function contentOf({ facts, printed }: Print): string {
  const { html, text, eml, preheader } = printed;
  const end = Buffer.from(eml.buffer, eml.byteOffset, eml.byteLength).indexOf('\r\n\r\n');
  const headers = Buffer.from(eml.subarray(0, end)).toString('latin1');
  return sha256(JSON.stringify([facts, preheader, headers, text, html]));
}
