import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Settings } from '../press/open-press.ts';
import { displayPath } from '../workspace/workspace.ts';
import type { Past, PastIssue } from './read-past.ts';
import { readPast } from './read-past.ts';

/** An issue as a line of a list; null where the source says nothing usable. */
export interface ListRow extends Pick<
  PastIssue,
  'slug' | 'number' | 'date' | 'status' | 'subject'
> {
  /** Relative to the workspace. */
  readonly file: string;
  readonly words: number | null;
  /** Reading time. */
  readonly minutes: number | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** All issues, the newest first; names that can't be used come last. */
export async function listDesk(settings: Settings): Promise<readonly ListRow[]> {
  const { issues, misnamed } = await readPast(settings);
  return [
    ...issues.toReversed().map((issue): ListRow => {
      const { slug, number, date, status, subject, facts, diagnostics } = issue;
      const file = displayPath(settings.workspace, issue.file);
      const { words = null, minutes = null } = facts ?? {};
      return { number, date, status, slug, file, subject, words, minutes, diagnostics };
    }),
    ...misnamed.map(misnamedRow),
  ];
}

// --- internal ---

function misnamedRow({ slug, ...diagnostic }: Past['misnamed'][number]): ListRow {
  const nothing = {
    number: null,
    date: null,
    status: null,
    subject: null,
    words: null,
    minutes: null,
  };
  return { ...nothing, slug, file: diagnostic.file, diagnostics: [diagnostic] };
}
