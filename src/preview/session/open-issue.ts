import type { IssueRow, PreviewEvent, PreviewState, ShownDiagnostic } from '../model.ts';
import type { HeldIssue, Print } from './held-issue.ts';
import { isErroneous } from './held-issue.ts';

/** What a session tells: all that happens to issues. */
export type SessionEvent = Extract<PreviewEvent, { readonly type: 'state' | 'issue' }>;

/** What there is to show, without what the server knows. */
export type SessionState = Pick<
  PreviewState,
  'publication' | 'language' | 'issues' | 'diagnostics'
>;

/** An issue as a session gives it. */
export interface OpenIssue {
  readonly row: IssueRow;
  readonly diagnostics: readonly ShownDiagnostic[];
  /** Null if it never was without errors, or not since it was opened. */
  readonly print: LastPrint | null;
}

/** The last good rendering. */
export interface LastPrint extends Print {
  /** True when issue, config or theme have errors by now. */
  readonly stale: boolean;
}

/** An issue as it stands; `isBroken` when config or theme have errors. */
export function openIssue(held: HeldIssue, isBroken: boolean): OpenIssue {
  const { row, diagnostics, print } = held;
  const stale = isBroken || isErroneous(diagnostics);
  return { row, diagnostics, print: print === null ? null : { ...print, stale } };
}
