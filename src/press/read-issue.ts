import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { formatPath } from '../diagnostics/diagnostic.ts';
import { issueContents } from '../issue/contents.ts';
import type { Issue } from '../issue/schema.ts';
import { createMarkdownParser } from '../markdown/parse-markdown.ts';
import { readingMinutes } from '../render/view/issue-view.ts';
import type { IssueFile } from '../workspace/list-issues.ts';
import type { Settings } from './open-press.ts';
import type { PreparedIssue } from './print-issue.ts';
import { prepareIssue } from './print-issue.ts';

/** What an issue says, as a list shows it and later issues are held against. */
export interface ArchivedFacts {
  readonly number: number;
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly subject: string;
  readonly status: Issue['status'];
  readonly words: number;
  /** Reading time. */
  readonly minutes: number;
  /** The kinds of its sections, in their order. */
  readonly sections: readonly Issue['sections'][number]['kind'][];
  /** The headings of its topics, as written: what tells one from another. */
  readonly topics: readonly string[];
  /** Every link, of fields and prose, in their order. */
  readonly links: readonly ArchivedLink[];
}

export interface ArchivedLink {
  readonly url: string;
  /** The field it stands in, such as `sections[1].items[0].url`. */
  readonly path: string;
}

/** Reads an issue for the archive, with every file it is made of (absolute); renders nothing. */
export type ReadIssue = (file: IssueFile) => Promise<{
  readonly facts: ArchivedFacts | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly files: readonly string[];
}>;

/** A reader for the issues of one workspace. */
export function createIssueReader(settings: Settings): ReadIssue {
  const { workspace, publication, highlight, readOptions } = settings;
  const { language, typography } = publication;
  const parser = createMarkdownParser({ language, smart: typography });
  return async (file) => {
    const prepared = await prepareIssue({ workspace, parser, highlight, readOptions }, file);
    const { ready, diagnostics, files } = prepared;
    return { facts: ready === null ? null : gatherFacts(ready), diagnostics, files };
  };
}

// --- internal ---

function gatherFacts({ issue, markdown }: NonNullable<PreparedIssue['ready']>): ArchivedFacts {
  const { number, date, subject, status } = issue;
  const contents = issueContents(issue);
  const fields = contents.links.map(({ text, path }) => ({ url: text, path }));
  const prose = contents.markdown.flatMap(({ path, text }) =>
    (markdown.markdown.get(text)?.links ?? []).map(({ url }) => ({ url, path })),
  );
  return {
    number,
    date,
    subject,
    status,
    words: markdown.words,
    minutes: readingMinutes(markdown.words),
    sections: issue.sections.map(({ kind }) => kind),
    topics: issue.sections.flatMap((section) => {
      return section.kind === 'topic' && section.heading !== undefined ? [section.heading] : [];
    }),
    links: [...fields, ...prose].map(({ url, path }) => ({ url, path: formatPath(path) })),
  };
}
