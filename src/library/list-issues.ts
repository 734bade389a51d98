import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Issue } from '../issue/schema.ts';
import type { ArchivedIssue } from '../press/read-archive.ts';
import { listIssues as findIssues } from '../workspace/list-issues.ts';
import { displayPath } from '../workspace/workspace.ts';
import type { Workspace } from './workspace.ts';
import { innerOf } from './workspace.ts';

/** An issue that can't be used; `diagnostics` say why. */
export interface FailedIssue {
  /** Tells it from an issue without errors. */
  readonly ok: false;
  /** The issue's name: of its source, and of its folder in `out/`. */
  readonly slug: string;
  /** Its source, relative to the workspace, with forward slashes. */
  readonly file: string;
  /** At least one error. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What an issue says of itself. */
export interface ListedIssue {
  /** Tells it from an issue with errors. */
  readonly ok: true;
  /** The issue's name: of its source, and of its folder in `out/`. */
  readonly slug: string;
  /** Its source, relative to the workspace, with forward slashes. */
  readonly file: string;
  /** From 1. */
  readonly number: number;
  /** YYYY-MM-DD. */
  readonly date: string;
  /** As it is written. */
  readonly subject: string;
  /** How far the author says it is. */
  readonly status: Issue['status'];
  /** Readable words, without code. */
  readonly words: number;
  /** Reading time, in whole minutes. */
  readonly minutes: number;
  /** Every link a reader can follow, in the order of the fields they stand in. */
  readonly links: readonly string[];
  /** Warnings. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Lists all issues in the order of their slugs, those with errors too. What was read before and has
 * not changed comes from the cache in `.galley/`, so that hundreds of issues are listed at once.
 */
export async function listIssues(
  workspace: Workspace,
): Promise<readonly (ListedIssue | FailedIssue)[]> {
  const { folders, settings } = innerOf(workspace);
  const { issues, misnamed } = await findIssues(folders);
  const failed = misnamed.map((diagnostic): FailedIssue => {
    return { ok: false, slug: diagnostic.slug, file: diagnostic.file, diagnostics: [diagnostic] };
  });
  const listed =
    settings === null
      ? issues.map(({ slug, file }): FailedIssue => {
          const { diagnostics } = workspace;
          return { ok: false, slug, file: displayPath(folders, file), diagnostics };
        })
      : (await (await import('../press/read-archive.ts')).readArchive(settings, issues)).map(
          toListed,
        );
  return [...listed, ...failed].sort((a, b) => (a.slug < b.slug ? -1 : 1));
}

// --- internal ---

function toListed({ slug, file, facts, diagnostics }: ArchivedIssue): ListedIssue | FailedIssue {
  if (facts === null) return { ok: false, slug, file, diagnostics };
  const { number, date, subject, status, words, minutes } = facts;
  const links = facts.links.map(({ url }) => url);
  const said = { number, date, subject, status, words, minutes, links };
  return { ok: true, slug, file, ...said, diagnostics };
}
