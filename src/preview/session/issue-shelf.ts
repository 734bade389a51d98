import type { IssueFile } from '../../workspace/list-issues.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { IssueRow } from '../model.ts';
import type { HeldIssue } from './held-issue.ts';
import { holdIssue, isErroneous } from './held-issue.ts';
import { sortRows } from './issue-list.ts';

/** The issues of a session, and the prints of those that were opened lately. */
export interface IssueShelf {
  readonly all: () => readonly HeldIssue[];
  /** Their rows in the order of the list; the same array until one is another. */
  readonly rows: () => readonly IssueRow[];
  readonly get: (slug: string) => HeldIssue | null;
  /** Replaces an issue. Its print is only kept if it was opened lately, or can't be made again. */
  readonly put: (held: HeldIssue) => void;
  /** Takes a new list: what isn't in it is forgotten. */
  readonly list: (sources: readonly IssueFile[]) => void;
  /** True for the source of an issue that is listed. */
  readonly isSource: (path: string) => boolean;
  /** Notes that an issue was opened. */
  readonly touch: (slug: string) => void;
  /** True for one of those that were opened lately. */
  readonly isOpened: (slug: string) => boolean;
  /** The next of the opened ones that the rules have not looked at; null when there is none. */
  readonly unchecked: () => HeldIssue | null;
  /** Lets the rules look at all of them again: each is held against the others. */
  readonly recheck: () => void;
  /** Marks issues as outdated, and gives their slugs. */
  readonly outdate: (which: (held: HeldIssue) => boolean) => readonly string[];
  /** The slugs of the outdated ones: those opened lately, then the rest, the newest first. */
  readonly outdated: () => { readonly opened: readonly string[]; readonly next: string | null };
}

/** Makes an empty shelf that keeps the prints of so many issues, eight if left out. */
export function createIssueShelf(workspace: Workspace, mostPrints = 8): IssueShelf {
  let issues = new Map<string, HeldIssue>();
  let sources = new Set<string>();
  let opened: readonly string[] = [];
  let rows: readonly IssueRow[] | null = null;
  return {
    all: () => [...issues.values()],
    rows: () => (rows ??= sortRows([...issues.values()].map(({ row }) => row))),
    get: (slug) => issues.get(slug) ?? null,
    put,
    list(files) {
      const before = issues;
      // From the end of the alphabet: the newest first, as issues are mostly named.
      const entries = files.toReversed().map((file) => {
        const held = before.get(file.slug);
        return [file.slug, held === undefined ? holdIssue(workspace, file) : moved(held, file)];
      });
      issues = new Map(entries as [string, HeldIssue][]);
      rows = null;
      sources = new Set(files.map(({ file }) => file));
      opened = opened.filter((slug) => issues.has(slug));
    },
    isSource: (path) => sources.has(path),
    touch(slug) {
      const order = [slug, ...opened.filter((other) => other !== slug)];
      opened = order.slice(0, mostPrints);
      for (const left of order.slice(mostPrints)) {
        const held = issues.get(left);
        if (held !== undefined) put(held);
      }
    },
    isOpened: (slug) => opened.includes(slug),
    unchecked() {
      const all = opened.flatMap((slug) => issues.get(slug) ?? []);
      return all.find((held) => !held.isChecked && isCheckable(held)) ?? null;
    },
    recheck() {
      for (const [slug, held] of issues) {
        if (held.isChecked) issues.set(slug, { ...held, isChecked: false });
      }
    },
    outdate(which) {
      const found = [...issues.values()].filter(which);
      for (const held of found) issues.set(held.source.slug, { ...held, isOutdated: true });
      return found.map(({ source }) => source.slug);
    },
    outdated() {
      const isOutdated = (slug: string) => issues.get(slug)?.isOutdated === true;
      const next = opened.find(isOutdated) ?? firstOutdated();
      return { opened: opened.filter(isOutdated), next };
    },
  };

  function put(held: HeldIssue): void {
    const { slug } = held.source;
    const before = issues.get(slug);
    if (before === undefined) return;
    if (held.row !== before.row) rows = null;
    const keeps = opened.includes(slug) || isErroneous(held.diagnostics);
    issues.set(slug, keeps ? held : { ...held, print: null, made: null });
  }

  function firstOutdated(): string | null {
    for (const [slug, { isOutdated }] of issues) if (isOutdated) return slug;
    return null;
  }

  /** An issue whose source may have another ending by now: what was shown of it stands. */
  function moved(held: HeldIssue, source: IssueFile): HeldIssue {
    if (held.source.file === source.file) return held;
    const { row, files } = holdIssue(workspace, source);
    return { ...held, source, row: { ...held.row, file: row.file }, files, isOutdated: true };
  }
}

// --- internal ---

function isCheckable({ print, isOutdated, diagnostics }: HeldIssue): boolean {
  return print !== null && !isOutdated && !isErroneous(diagnostics);
}
