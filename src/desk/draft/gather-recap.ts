import type { Issue, IssueInput, Item } from '../../issue/schema.ts';
import { addressKey } from '../../text/address-key.ts';
import { withoutTracking } from '../../text/tracking-parameters.ts';
import { headingOf } from './carry-over.ts';
import { gatherLinks } from './gather-links.ts';
import type { ParseMarkdown } from './gather-links.ts';
import { isPlaceholderItem, todo } from './placeholders.ts';

type SectionInput = IssueInput['sections'][number];

/** An issue of the year that a recap looks back on. */
export interface YearIssue {
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly issue: Issue;
}

export interface RecapOptions {
  readonly parse: ParseMarkdown;
  /** BCP 47, for the names of the months. */
  readonly language: string;
}

/**
 * What a year's issues, the oldest first, were about: what was worked on, month by month, then what
 * was read and in the news: the items marked 🔥 first, those with other marks next, the rest by month.
 * A page that was linked more than once is there once, marked if any of them was.
 */
export function gatherRecap(
  issues: readonly YearIssue[],
  { parse, language }: RecapOptions,
): SectionInput[] {
  const months = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
  const nameOf = (date: string) => months.format(new Date(`${date}T00:00:00Z`));
  const gathered = gatherItems(issues, nameOf);
  return [
    ...gatherWork(issues, nameOf, parse),
    ...(['reading', 'news'] as const).flatMap((kind) => itemSection(issues, kind, gathered)),
  ];
}

// --- internal ---

interface Gathered {
  readonly kind: 'reading' | 'news';
  readonly month: string;
  item: Item;
}

/** Every page once, as it was linked first. */
function gatherItems(
  issues: readonly YearIssue[],
  nameOf: (date: string) => string,
): readonly Gathered[] {
  const seen = new Map<string, Gathered>();
  for (const { date, issue } of issues) {
    for (const section of issue.sections) {
      if (section.kind !== 'reading' && section.kind !== 'news') continue;
      const { kind } = section;
      for (const item of section.items) {
        if (!('url' in item) || isPlaceholderItem(item)) continue;
        const key = addressKey(item.url);
        const before = seen.get(key);
        if (before === undefined) {
          seen.set(key, { kind, month: nameOf(date), item: withoutNote(item) });
        } else {
          before.item = withMark(before.item, before.item.mark ?? item.mark);
        }
      }
    }
  }
  return [...seen.values()];
}

function itemSection(
  issues: readonly YearIssue[],
  kind: 'reading' | 'news',
  gathered: readonly Gathered[],
): SectionInput[] {
  const own = gathered.filter((one) => one.kind === kind);
  if (own.length === 0) return [];
  const isHot = ({ item }: Gathered) => item.mark?.includes('🔥') === true;
  const marked = own
    .filter(({ item }) => item.mark !== undefined)
    .sort((a, b) => Number(isHot(b)) - Number(isHot(a)));
  const others = own.filter(({ item }) => item.mark === undefined);
  const byMonth = [...new Set(others.map(({ month }) => month))].flatMap((month) => [
    { text: `**${month}**` },
    ...others.filter((one) => one.month === month).map(({ item }) => item),
  ]);
  const last = issues
    .flatMap(({ issue }) => issue.sections.filter((one) => one.kind === kind))
    .at(-1);
  const heading = last === undefined ? {} : headingOf(last);
  return [{ kind, ...heading, items: [...marked.map(({ item }) => item), ...byMonth] }];
}

/** The commentary was written for its own month. */
function withoutNote({ title, url, by, mark }: Item): Item {
  return withMark({ title, url: withoutTracking(url), ...(by === undefined ? {} : { by }) }, mark);
}

function withMark({ title, url, by }: Item, mark: string | undefined): Item {
  return {
    ...(mark === undefined ? {} : { mark }),
    title,
    url,
    ...(by === undefined ? {} : { by }),
  };
}

function gatherWork(
  issues: readonly YearIssue[],
  nameOf: (date: string) => string,
  parse: ParseMarkdown,
): SectionInput[] {
  let heading = {};
  const seen = new Set<string>();
  const months = new Map<string, string[]>();
  for (const { date, issue } of issues) {
    const sections = issue.sections.filter((section) => section.kind === 'working-on');
    if (sections.length === 0) continue;
    const lines = months.get(nameOf(date)) ?? [];
    months.set(nameOf(date), lines);
    lines.push(todo(`what was worked on in “${escapeMarkdown(issue.subject)}”.`), '');
    for (const section of sections) {
      heading = headingOf(section);
      for (const { title, url } of gatherLinks(section.body, parse)) {
        const key = addressKey(url);
        if (!seen.has(key)) lines.push(`- ${writeLink(title, withoutTracking(url))}`);
        seen.add(key);
      }
    }
    if (lines.at(-1) !== '') lines.push('');
  }
  if (months.size === 0) return [];
  const body = [...months].map(([month, lines]) => `### ${month}\n\n${lines.join('\n').trimEnd()}`);
  return [{ kind: 'working-on', ...heading, body: body.join('\n\n') }];
}

function writeLink(title: string, url: string): string {
  if (title === url && /^https?:[^\s<>]+$/.test(url)) return `<${url}>`;
  // Brackets and blanks would end an address that isn't set off.
  return `[${escapeMarkdown(title)}](${/^[^\s<>()\\]+$/.test(url) ? url : `<${url}>`})`;
}

/** As text, whatever stands in it. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>~&]/g, '\\$&');
}
