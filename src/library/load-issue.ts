import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Issue } from '../issue/schema.ts';
import type { FailedIssue } from './list-issues.ts';
import { prepareSlug } from './prepare.ts';
import type { Workspace } from './workspace.ts';

/** An issue that was read and has no errors. */
export interface LoadedIssue {
  /** Tells it from an issue with errors. */
  readonly ok: true;
  /** The issue's name: of its source, and of its folder in `out/`. */
  readonly slug: string;
  /** Its source, relative to the workspace, with forward slashes. */
  readonly file: string;
  /** What it says, with the defaults of what was left out. */
  readonly issue: Issue;
  /** Warnings. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads and validates one issue with its Markdown and its pictures.
 *
 * Throws a `UserError` (`unknown-issue`) where the workspace has no issue of this slug.
 */
export async function loadIssue(
  workspace: Workspace,
  slug: string,
): Promise<LoadedIssue | FailedIssue> {
  const prepared = await prepareSlug(workspace, slug);
  if (!prepared.ok) return prepared;
  const { file, ready, diagnostics } = prepared;
  return { ok: true, slug, file, issue: ready.issue, diagnostics };
}
