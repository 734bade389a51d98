import { UserError } from '../../diagnostics/user-error.ts';
import type { Item } from '../../issue/schema.ts';
import { sectionSchemas } from '../../issue/schema.ts';
import { chooseIssues } from '../../press/choose-issues.ts';
import type { Settings } from '../../press/open-press.ts';
import { validate } from '../../schema/validate.ts';
import { addressKey } from '../../text/address-key.ts';
import { checkUrl, isLookAlikeHost, linkSchemes } from '../../text/check-url.ts';
import { cleanLine } from '../../text/clean-line.ts';
import { trackingParameters, withoutTracking } from '../../text/tracking-parameters.ts';
import { displayPath } from '../../workspace/workspace.ts';
import { createDraft } from '../draft/create-draft.ts';
import { todo } from '../draft/placeholders.ts';
import type { Past, PastIssue } from '../read-past.ts';
import { readPast } from '../read-past.ts';
import { editIssue } from './edit-issue.ts';
import type { LinkSection } from './plan-edit.ts';
import type { ReadPage } from './read-page.ts';

export interface AddRequest {
  readonly url: string;
  readonly section: LinkSection;
  readonly title?: string | undefined;
  readonly by?: string | undefined;
  readonly mark?: string | undefined;
  readonly note?: string | undefined;
  /** The slug of an issue; the coming one if left out. */
  readonly issue?: string | undefined;
  /** Reads title and author from the page; null to leave the network alone. */
  readonly readPage: ((url: string) => Promise<ReadPage>) | null;
  /** YYYY-MM-DD: the date of the very first issue, if there is none. */
  readonly today: string;
}

/** A link that was added, or found where it was to go. */
export interface AddedLink {
  readonly status: 'added' | 'already-there';
  readonly slug: string;
  /** Relative to the workspace. */
  readonly file: string;
  readonly section: LinkSection;
  readonly item: Item;
  /** True when the issue was made for it. */
  readonly created: boolean;
  /** Where the same page was linked before, the latest first. */
  readonly sharedBefore: readonly { readonly slug: string; readonly date: string }[];
  /** What else the author should know. */
  readonly notes: readonly string[];
}

/**
 * Keeps a link for the coming issue. Throws a UserError for what is no link and where the source
 * can't be edited; null when it was interrupted, with nothing written.
 */
export async function addLink(settings: Settings, request: AddRequest): Promise<AddedLink | null> {
  const { url, notes } = cleanUrl(request.url);
  const past = await readPast(settings);
  const target = chooseTarget(past, request.issue);
  const key = addressKey(url);
  const linked = past.issues.filter(({ links }) => links.some((one) => addressKey(one) === key));
  const sharedBefore = linked
    .filter(({ slug }) => slug !== target?.slug)
    .map(({ slug, date }) => ({ slug, date: date ?? '' }))
    .reverse();

  const { section } = request;
  const result = { section, sharedBefore, created: target === null };
  if (target !== null && linked.includes(target)) {
    const item = { title: request.title ?? url, url };
    const file = displayPath(settings.workspace, target.file);
    return { ...result, status: 'already-there', slug: target.slug, file, item, notes };
  }
  const page = request.readPage === null ? null : await request.readPage(url);
  if (page?.ok === false && page.interrupted) return null;
  const item = makeItem(request, url, page, notes);
  const { slug, file } =
    target ?? (await createDraft(settings, past, { kind: 'roundup', today: request.today }));
  await editIssue(settings, file, section, item);
  const path = displayPath(settings.workspace, file);
  return { ...result, status: 'added', slug, file: path, item, notes };
}

// --- internal ---

function cleanUrl(written: string): { url: string; notes: string[] } {
  const removed = trackingParameters(written.trim());
  const url = withoutTracking(written.trim());
  const refusal = checkUrl(url, linkSchemes);
  if (refusal !== null) {
    const message = `The link ${refusal.why}. Nothing was written.`;
    throw new UserError('invalid-argument', message, refusal.hint);
  }
  const notes: string[] = [];
  if (removed.length > 0) notes.push(`Left out what only tracks readers: ${removed.join(', ')}.`);
  if (isLookAlikeHost(url)) {
    notes.push('The host has letters that look like others: check that it is the one you mean.');
  }
  return { url, notes };
}

/** The newest draft; null when the coming issue is still to be made. */
function chooseTarget(past: Past, slug: string | undefined): PastIssue | null {
  if (slug !== undefined) {
    chooseIssues(past, [slug]);
    const named = past.issues.find((issue) => issue.slug === slug);
    if (named !== undefined) return named;
    const hint = 'galley check shows what is wrong.';
    throw new UserError('uneditable-issue', `The source of ${slug} can't be told apart.`, hint);
  }
  const draft = past.issues.findLast(({ status }) => status === 'draft');
  const newest = draft ?? past.issues.findLast(({ status }) => status !== null);
  const unread = past.issues.find((issue) => {
    return issue.status === null && (newest === undefined || issue.slug > newest.slug);
  });
  if (unread === undefined) return draft ?? null;
  const message = `${unread.slug} can't be read, and it may be the coming issue. Nothing was written.`;
  const hint = 'Correct it, or name the issue that is meant with --issue SLUG.';
  throw new UserError('uneditable-issue', message, hint);
}

function makeItem(request: AddRequest, url: string, page: ReadPage | null, notes: string[]): Item {
  const { mark, note } = request;
  const facts = page?.ok === true ? page : { title: null, by: null };
  const given = request.title === undefined ? '' : cleanLine(request.title);
  const title = given === '' ? facts.title : given;
  const by = request.by === undefined ? facts.by : cleanLine(request.by);
  if (page?.ok === false) notes.push(`The page could not be read: ${page.why}`);
  if (page?.ok === true && page.title === null && title === null)
    notes.push('The page has no title.');
  if (page?.ok === true && page.movedTo !== null) notes.push(`It leads on to ${page.movedTo}`);
  if (title === null) notes.push('Its title is still to be written: look for TODO.');
  const item: Item = {
    ...(mark === undefined ? {} : { mark: cleanLine(mark) }),
    title: title ?? todo(wordsOf(url)),
    url,
    ...(by === null || by === '' ? {} : { by }),
    ...(note === undefined ? {} : { note: note.trim().replace(/\r\n?/g, '\n') }),
  };
  const { section } = request;
  const checked = validate(sectionSchemas[section], { kind: section, items: [item] });
  if (checked.ok) return item;
  const [problem] = checked.problems;
  const message = (problem?.message ?? '').replace(/items\[0\]\./g, '');
  throw new UserError('invalid-argument', `${message} Nothing was written.`, problem?.hint);
}

/** The words of an address, for want of a title. */
function wordsOf(url: string): string {
  if (!/^https?:/i.test(url)) return cleanLine(url);
  const { hostname, pathname } = new URL(url);
  const last = pathname.split('/').findLast((part) => part !== '') ?? '';
  const words = cleanLine(
    safeDecode(last)
      .replace(/\.\w{1,5}$/, '')
      .replace(/[-_+]+/g, ' '),
  );
  const host = hostname.replace(/^www\./, '');
  return words === '' || /^\d+$/.test(words) ? host : `${words} (${host})`;
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
