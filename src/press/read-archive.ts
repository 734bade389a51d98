import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { IssueFile } from '../workspace/list-issues.ts';
import { displayPath } from '../workspace/workspace.ts';
import type { Stamps } from './manifest.ts';
import { areCurrent, stampFiles } from './manifest.ts';
import type { Settings } from './open-press.ts';
import type { ArchivedFacts, ReadIssue } from './read-issue.ts';

/** An issue as a line of a list, and as the past that later issues are held against. */
export interface ArchivedIssue {
  readonly slug: string;
  /** Relative to the workspace. */
  readonly file: string;
  /** Null while the issue has errors. */
  readonly facts: ArchivedFacts | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads what all given issues say, in their order. What was read before and has not changed comes
 * from the cache, so that a command that only lists is as quick for 500 issues as for three.
 */
export async function readArchive(
  settings: Settings,
  issues: readonly IssueFile[],
): Promise<readonly ArchivedIssue[]> {
  const { workspace, store } = settings;
  const known = parse(await store.get(archiveKey));
  let readIssue: ReadIssue | null = null;
  const entries: Record<string, ArchiveEntry> = {};
  let changed = Object.keys(known).length !== issues.length;
  for (const issue of issues) {
    const before = known[issue.slug];
    if (before !== undefined && isCurrent(before, settings)) {
      entries[issue.slug] = before;
      continue;
    }
    changed = true;
    // What reads is loaded only when there is something to read.
    readIssue ??= (await import('./read-issue.ts')).createIssueReader(settings);
    const own = displayPath(workspace, issue.file);
    const early = stampFiles(workspace.root, [own, ...Object.keys(before?.inputs ?? {})]);
    const { files, ...read } = await readIssue(issue);
    const inputs = files.map((file) => displayPath(workspace, file));
    const archived = { slug: issue.slug, file: own, ...read };
    entries[issue.slug] = {
      settings: settings.hash,
      // A save while the issue was read is seen the next time.
      inputs: { ...stampFiles(workspace.root, inputs), ...early },
      archived,
    };
  }
  if (changed) await store.set(archiveKey, JSON.stringify(entries));
  return issues.flatMap(({ slug }) => entries[slug]?.archived ?? []);
}

// --- internal ---

const archiveKey = 'archive-2';

interface ArchiveEntry {
  readonly settings: string;
  readonly inputs: Stamps;
  readonly archived: ArchivedIssue;
}

/** What has errors is read again: a file that was missing may be there now. */
function isCurrent({ settings: then, inputs, archived }: ArchiveEntry, now: Settings): boolean {
  if (then !== now.hash || archived.facts === null) return false;
  return areCurrent(now.workspace.root, inputs);
}

function parse(text: string | null): Readonly<Record<string, ArchiveEntry>> {
  return text === null ? {} : (JSON.parse(text) as Record<string, ArchiveEntry>);
}
