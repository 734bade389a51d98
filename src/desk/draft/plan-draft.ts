import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import { UserError } from '../../diagnostics/user-error.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { displayPath } from '../../workspace/workspace.ts';
import type { Past } from '../read-past.ts';
import type { SourceFormat } from '../write/format-issue.ts';
import { nextDate } from './next-date.ts';

/** What kind of issue a draft is to be. */
export type DraftKind = 'roundup' | 'recap' | 'note';

export interface DraftRequest {
  readonly kind: DraftKind;
  /** From the month of the date if left out, or from the year of a recap. */
  readonly slug?: string | undefined;
  /** As the last issue has it if left out. */
  readonly format?: SourceFormat | undefined;
  /** YYYY-MM-DD; in the rhythm of the last issues if left out. */
  readonly date?: string | undefined;
  /** Of a recap; that of the last issue if left out. */
  readonly year?: string | undefined;
  /** YYYY-MM-DD: the date of the very first issue. */
  readonly today: string;
}

/** Where a draft goes, and what it is called. */
export interface DraftPlan {
  readonly slug: string;
  /** Absolute. */
  readonly file: string;
  readonly format: SourceFormat;
  readonly number: number;
  readonly date: string;
  readonly year: string;
}

/** Numbers, dates and names the next issue. Throws a UserError for a slug that is taken or none. */
export function planDraft(
  workspace: Workspace,
  past: Past,
  request: DraftRequest,
  configFile: string,
): DraftPlan {
  refuseYear(request);
  const last = past.issues.at(-1);
  const numbers = past.issues.map(({ number }) => number ?? 0);
  const dates = past.issues.flatMap(({ date }) => date ?? []).sort();
  const date = checkDate(request.date) ?? nextDate(dates) ?? request.today;
  const year = checkYear(request.year) ?? (dates.at(-1) ?? date).slice(0, 4);
  const format = request.format ?? formatOf(last?.file ?? configFile);
  const taken = takenSlugs(past);
  const slug = request.slug ?? freeSlug(request.kind === 'recap' ? `${year}-recap` : date, taken);
  checkSlug(slug, taken);
  // Beside its pictures, where the last issue is.
  const isFolder = last !== undefined && /[\\/]issue\.\w+$/.test(last.file);
  const file = join(
    workspace.issuesDir,
    isFolder ? `${slug}/issue.${format}` : `${slug}.${format}`,
  );
  if (existsSync(file))
    throw taken.has(slug) ? isTaken(slug) : isThere(displayPath(workspace, file));
  return { slug, file, format, number: Math.max(0, ...numbers) + 1, date, year };
}

// --- internal ---

function formatOf(file: string): SourceFormat {
  const ending = extname(file);
  return ending === '.ts' ? 'ts' : ending === '.json' ? 'json' : 'yaml';
}

function takenSlugs({ issues, misnamed }: Past): ReadonlySet<string> {
  return new Set(['outbox', ...[...issues, ...misnamed].map(({ slug }) => slug)]);
}

/** `2026-12`, and when there is one already, `2026-12-2`. */
function freeSlug(from: string, taken: ReadonlySet<string>): string {
  const base = /^\d{4}-\d\d-\d\d$/.test(from) ? from.slice(0, 7) : from;
  let slug = base;
  for (let count = 2; taken.has(slug); count++) slug = `${base}-${count}`;
  return slug;
}

function checkSlug(slug: string, taken: ReadonlySet<string>): void {
  if (!/^[a-z0-9][a-z0-9-]*$/.test(slug) || slug === 'outbox' || slug.length > 100) {
    const message = `${JSON.stringify(slug)} can't be an issue's slug: it becomes a folder and a part of URLs.`;
    throw new UserError('invalid-argument', message, 'Use small letters, digits and hyphens.');
  }
  if (taken.has(slug)) throw isTaken(slug);
}

function isTaken(slug: string): UserError {
  const message = `There is an issue ${slug} already. Nothing was written.`;
  return new UserError('existing-issue', message, 'Give another slug: galley new SLUG.');
}

function isThere(path: string): UserError {
  return new UserError('existing-issue', `${path} is there already. Nothing was written.`);
}

function checkDate(date: string | undefined): string | undefined {
  if (date === undefined) return undefined;
  const time = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : NaN;
  const isReal = !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
  if (isReal) return date;
  const message = `${JSON.stringify(date)} is no calendar date.`;
  throw new UserError('invalid-argument', message, 'Write it as YYYY-MM-DD, such as 2026-12-07.');
}

/** A year that is passed over in silence would give another issue than the one that is meant. */
function refuseYear({ kind, year }: DraftRequest): void {
  if (year === undefined || kind === 'recap') return;
  const message = `Only a recap looks back on a year, and this is a ${kind}. Nothing was written.`;
  throw new UserError('invalid-argument', message, 'Say --kind recap, or leave --year out.');
}

function checkYear(year: string | undefined): string | undefined {
  if (year === undefined || /^\d{4}$/.test(year)) return year;
  const message = `${JSON.stringify(year)} is no year.`;
  throw new UserError('invalid-argument', message, 'Write it with four digits, such as 2026.');
}
