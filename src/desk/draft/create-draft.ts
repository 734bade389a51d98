import { dirname } from 'node:path';
import { UserError } from '../../diagnostics/user-error.ts';
import { writeAtomically } from '../../files/write-atomically.ts';
import { loadIssue } from '../../issue/load-issue.ts';
import type { Issue, IssueInput } from '../../issue/schema.ts';
import { createMarkdownParser } from '../../markdown/parse-markdown.ts';
import type { Settings } from '../../press/open-press.ts';
import { displayPath } from '../../workspace/workspace.ts';
import type { Past, PastIssue } from '../read-past.ts';
import { schemaFor } from '../schema-files.ts';
import { formatIssue } from '../write/format-issue.ts';
import { carryOver, closingOf, noteSections, openingOf } from './carry-over.ts';
import type { YearIssue } from './gather-recap.ts';
import { gatherRecap } from './gather-recap.ts';
import { todo } from './placeholders.ts';
import type { DraftPlan, DraftRequest } from './plan-draft.ts';
import { planDraft } from './plan-draft.ts';

/** A draft that was written. */
export interface Draft extends DraftPlan {
  /** Relative to the workspace. */
  readonly path: string;
  /** The issues that a recap was gathered from, and those that have errors and were left out. */
  readonly gathered: readonly string[];
  readonly leftOut: readonly string[];
}

/** Writes the next issue as a draft. Throws a UserError when that can't be; nothing is overwritten. */
export async function createDraft(
  settings: Settings,
  past: Past,
  request: DraftRequest,
): Promise<Draft> {
  const { workspace, config } = settings;
  const plan = planDraft(workspace, past, request, config.file);
  const made = await makeSections(settings, past, request, plan);
  const issue: IssueInput = {
    number: plan.number,
    date: plan.date,
    subject: todo(request.kind === 'recap' ? `the subject: ${plan.year}, looking back` : 'subject'),
    preheader: todo('what the inbox shows after the subject'),
    status: 'draft',
    sections: made.sections,
  };
  const schema = plan.format === 'yaml' ? await schemaFor(workspace, dirname(plan.file)) : null;
  const remark = request.kind === 'recap' ? recapRemark : null;
  await writeAtomically(plan.file, await formatIssue(issue, plan.format, schema, remark));
  const { gathered, leftOut } = made;
  return { ...plan, path: displayPath(workspace, plan.file), gathered, leftOut };
}

// --- internal ---

/** Else `galley check` would have something to say to every link of it. */
const recapRemark = 'galley-ignore link-shared-before: a recap repeats the links of its year';

interface Made {
  readonly sections: IssueInput['sections'];
  readonly gathered: readonly string[];
  readonly leftOut: readonly string[];
}

async function makeSections(
  settings: Settings,
  past: Past,
  { kind }: DraftRequest,
  { year }: DraftPlan,
): Promise<Made> {
  const [last = null, before = null] = await lastRoundups(settings, past);
  if (kind === 'roundup') return { sections: carryOver(last, before), gathered: [], leftOut: [] };
  if (kind === 'note') return { sections: noteSections(last), gathered: [], leftOut: [] };
  const ofYear = past.issues.filter(({ date, slug }) => {
    return date?.startsWith(`${year}-`) === true && !isRecap(slug);
  });
  const issues: YearIssue[] = [];
  for (const file of ofYear) {
    const issue = await load(settings, file);
    if (issue !== null) issues.push({ date: issue.date, issue });
  }
  if (issues.length === 0) {
    const message = `There is no issue of ${year} to look back on. Nothing was written.`;
    throw new UserError('empty-year', message, 'Name a year with --year YYYY.');
  }
  const { language } = settings.publication;
  const parse = createMarkdownParser({ language, smart: false });
  const sections = gatherRecap(issues, { parse, language });
  const leftOut = ofYear.filter(({ facts }) => facts === null).map(({ slug }) => slug);
  return {
    sections: [openingOf(last), ...sections, closingOf(last)],
    gathered: ofYear.map(({ slug }) => slug).filter((slug) => !leftOut.includes(slug)),
    leftOut,
  };
}

/** The last two issues that list what was read or in the news, the newest first. */
async function lastRoundups(settings: Settings, past: Past): Promise<readonly Issue[]> {
  const found: Issue[] = [];
  for (const file of past.issues.toReversed()) {
    const kinds = file.facts?.sections ?? [];
    if (isRecap(file.slug) || !(kinds.includes('reading') || kinds.includes('news'))) continue;
    const issue = await load(settings, file);
    if (issue !== null && found.push(issue) === 2) break;
  }
  return found;
}

function isRecap(slug: string): boolean {
  return /(?:^|-)recap(?:-|$)/.test(slug);
}

async function load({ workspace, readOptions }: Settings, file: PastIssue): Promise<Issue | null> {
  if (file.facts === null) return null;
  return (await loadIssue(workspace, file, readOptions)).issue;
}
