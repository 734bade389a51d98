import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DiagnosticCode } from '../diagnostics/codes.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { UserError } from '../diagnostics/user-error.ts';
import { errorCode } from '../files/error-code.ts';
import type { Workspace } from './workspace.ts';
import { displayPath } from './workspace.ts';

/** An issue's source before it is read. */
export interface IssueFile {
  readonly slug: string;
  /** Absolute. */
  readonly file: string;
}

/** A source whose slug can't be used, or that two sources claim. */
export type MisnamedIssue = Diagnostic & { readonly slug: string };

export interface IssueList {
  /** In the order of their slugs. */
  readonly issues: readonly IssueFile[];
  readonly misnamed: readonly MisnamedIssue[];
}

/**
 * Finds the issues of a workspace by their names; reads none. Throws a UserError when `issues/` itself
 * can't be read.
 */
export async function listIssues(workspace: Workspace): Promise<IssueList> {
  const issues: IssueFile[] = [];
  const misnamed: MisnamedIssue[] = [];
  const report = (
    slug: string,
    file: string,
    code: DiagnosticCode,
    message: string,
    hint: string,
  ) => {
    const place = { file: displayPath(workspace, file), line: null, column: null, endColumn: null };
    misnamed.push({ slug, code, severity: 'error', message, hint, ...place, path: '' });
  };
  const candidates = await findCandidates(workspace.issuesDir, (slug, folder, why) => {
    const message = `The folder of the issue can't be read (${why}).`;
    report(slug, folder, 'unreadable-source', message, 'Check its permissions.');
  });
  for (const slug of new Set(candidates.map((candidate) => candidate.slug))) {
    const files = candidates.filter((candidate) => candidate.slug === slug);
    const [first, second] = files;
    if (first === undefined) continue;
    if (second !== undefined) {
      const names = files.map(({ file }) => displayPath(workspace, file)).join(' and ');
      const message = `Two sources claim the issue ${slug}: ${names}.`;
      report(slug, second.file, 'duplicate-slug', message, 'Keep one of them.');
    } else if (slug === 'outbox') {
      const message = "An issue can't be called outbox: out/outbox/ is where unsent mail lands.";
      report(slug, first.file, 'invalid-slug', message, 'Rename it.');
    } else if (!/^[a-z0-9][a-z0-9-]*$/.test(slug)) {
      const message = `"${slug}" can't be an issue's slug: it becomes a folder and a part of URLs.`;
      const hint = 'Use small letters, digits and hyphens, such as 2026-11; _ before it hides it.';
      report(slug, first.file, 'invalid-slug', message, hint);
    } else {
      issues.push(first);
    }
  }
  return { issues, misnamed };
}

// --- internal ---

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found?.isDirectory() ?? false;
}

const sourceName = /^(.+)\.(ts|yaml|yml|json)$/;

async function findCandidates(
  issuesDir: string,
  onUnreadable: (slug: string, folder: string, why: string) => void,
): Promise<IssueFile[]> {
  const entries = await readdir(issuesDir, { withFileTypes: true }).catch((error: unknown) => {
    throw new UserError(
      'missing-workspace',
      `issues/ can't be read (${codeOf(error)}).`,
      'Check that it is there, and its permissions.',
    );
  });
  const visible = entries
    .filter((entry) => !/^[._]/.test(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const found: IssueFile[] = [];
  for (const entry of visible) {
    const path = join(issuesDir, entry.name);
    // A link to a folder is looked into; where it leads is checked when the issue is loaded.
    if (entry.isDirectory() || (entry.isSymbolicLink() && (await isFolder(path)))) {
      const inside = await readdir(path).catch((error: unknown) => {
        onUnreadable(entry.name, path, codeOf(error));
        return [];
      });
      inside.sort();
      const sources = inside.filter((name) => sourceName.exec(name)?.[1] === 'issue');
      found.push(...sources.map((name) => ({ slug: entry.name, file: join(path, name) })));
      continue;
    }
    const slug = sourceName.exec(entry.name)?.[1];
    if (slug !== undefined && !slug.endsWith('.d')) found.push({ slug, file: path });
  }
  return found;
}

function codeOf(error: unknown): string {
  const code = errorCode(error);
  if (code === null) throw error;
  return code;
}
