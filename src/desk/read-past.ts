import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { issueContents } from '../issue/contents.ts';
import { loadIssue } from '../issue/load-issue.ts';
import type { Issue } from '../issue/schema.ts';
import type { Settings } from '../press/open-press.ts';
import { readArchive } from '../press/read-archive.ts';
import type { ArchivedFacts } from '../press/read-issue.ts';
import type { IssueFile, MisnamedIssue } from '../workspace/list-issues.ts';
import { listIssues } from '../workspace/list-issues.ts';

/** An issue that is there already, as far as it can be read. */
export interface PastIssue extends IssueFile {
  /** Null where the source says nothing usable, or can't be read. */
  readonly number: number | null;
  /** YYYY-MM-DD; null likewise. */
  readonly date: string | null;
  /** Null when the source can't be read at all. */
  readonly status: Issue['status'] | null;
  readonly subject: string | null;
  readonly diagnostics: readonly Diagnostic[];
  /** Where it leads; of an issue with errors, what its fields say. */
  readonly links: readonly string[];
  /** Null while the issue has errors. */
  readonly facts: ArchivedFacts | null;
}

export interface Past {
  /** The oldest first: by number, then by date, then by slug. */
  readonly issues: readonly PastIssue[];
  /** Names that can't be used. */
  readonly misnamed: readonly MisnamedIssue[];
}

/** Reads what is there: every issue, those with errors as far as they say something. */
export async function readPast(settings: Settings): Promise<Past> {
  const { issues: files, misnamed } = await listIssues(settings.workspace);
  const archive = await readArchive(settings, files);
  const issues: PastIssue[] = [];
  for (const [index, { facts, diagnostics }] of archive.entries()) {
    const file = files[index];
    if (file === undefined) continue;
    const { number, date, status, subject, links } = facts ?? (await readBroken(settings, file));
    const urls = links.map((link) => (typeof link === 'string' ? link : link.url));
    const basics = { number, date, status, subject, links: urls };
    issues.push({ ...file, ...basics, facts, diagnostics });
  }
  return { issues: issues.sort(byAge), misnamed };
}

// --- internal ---

type Basics = Pick<PastIssue, 'number' | 'date' | 'status' | 'subject' | 'links'>;

/** An issue that is being written has errors now and then, and is a draft all the same. */
async function readBroken({ workspace, readOptions }: Settings, file: IssueFile): Promise<Basics> {
  const { source } = await loadIssue(workspace, file, readOptions);
  if (source === null) return { number: null, date: null, status: null, subject: null, links: [] };
  const data = source.value as Readonly<Record<string, unknown>>;
  const { number, date, status = 'draft', subject } = data;
  return {
    number: Number.isSafeInteger(number) ? (number as number) : null,
    date: typeof date === 'string' && isDate(date) ? date : null,
    status: status === 'sent' || status === 'ready' ? status : 'draft',
    subject: typeof subject === 'string' ? subject : null,
    links: issueContents(source.value).links.map(({ text }) => text),
  };
}

function isDate(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}

function byAge(a: PastIssue, b: PastIssue): number {
  // What tells nothing of itself counts as the oldest.
  const [x, y] = [a, b].map(({ number, date, slug }) => [number ?? 0, date ?? '', slug] as const);
  if (x === undefined || y === undefined) return 0;
  if (x[0] !== y[0]) return x[0] - y[0];
  return x[1] === y[1] ? (x[2] < y[2] ? -1 : 1) : x[1] < y[1] ? -1 : 1;
}
