import type { PastIssue } from '../../check/past-issues.ts';
import { byAge, toPastIssue } from '../../check/past-issues.ts';
import type { Settings } from '../../press/open-press.ts';
import type { IssueFile } from '../../workspace/list-issues.ts';

/** What issues are held against, kept from one check to the next: all others stay as they were. */
export interface PastIssues {
  /** Says that issues, by their slugs, may be others by now. */
  readonly outdate: (slugs: readonly string[]) => void;
  /** All that can be read, the oldest first; `slug` may be as it was, since nobody asks for it. */
  readonly read: (
    settings: Settings,
    issues: readonly IssueFile[],
    slug: string,
  ) => Promise<readonly PastIssue[]>;
}

/** Keeps nothing at first. */
export function keepPastIssues(): PastIssues {
  let hash: string | null = null;
  /** By the paths of their sources; null for one that has errors. */
  let known = new Map<string, PastIssue | null>();
  const outdated = new Set<string>();
  return {
    outdate(slugs) {
      for (const slug of slugs) outdated.add(slug);
    },
    async read(settings, issues, slug) {
      if (hash !== settings.hash) {
        outdated.clear();
        known = await readAll(settings, issues);
        hash = settings.hash;
      }
      const wanted = issues.filter((issue) => {
        return !known.has(issue.file) || (outdated.has(issue.slug) && issue.slug !== slug);
      });
      for (const issue of wanted) {
        outdated.delete(issue.slug);
        known.set(issue.file, await readOne(settings, issue));
      }
      return issues.flatMap(({ file }) => known.get(file) ?? []).sort(byAge);
    },
  };
}

// --- internal ---

async function readAll(
  settings: Settings,
  issues: readonly IssueFile[],
): Promise<Map<string, PastIssue | null>> {
  const { readArchive } = await import('../../press/read-archive.ts');
  const archive = await readArchive(settings, issues);
  const read = new Map(archive.map(({ slug, facts }) => [slug, facts && toPastIssue(slug, facts)]));
  return new Map(issues.map(({ slug, file }) => [file, read.get(slug) ?? null]));
}

async function readOne(settings: Settings, issue: IssueFile): Promise<PastIssue | null> {
  const { createIssueReader } = await import('../../press/read-issue.ts');
  const { facts } = await createIssueReader(settings)(issue);
  return facts && toPastIssue(issue.slug, facts);
}
