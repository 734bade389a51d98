import type { IssueContents } from '../issue/contents.ts';
import type { LocalPicture } from '../issue/pictures.ts';
import type { ReadMarkdown } from '../issue/read-markdown.ts';
import type { Issue } from '../issue/schema.ts';
import type { ReadMessage } from '../mail/read-message.ts';
import type { RenderedIssue } from '../press/print-issue.ts';
import type { Tokens } from '../render/tokens.ts';
import type { Publication } from '../workspace/publication.ts';
import type { StyleReader } from './clients/read-style.ts';
import type { Support } from './clients/support.ts';
import type { IssueLink } from './issue-links.ts';
import type { Page } from './page/page.ts';
import type { PastIssue } from './past-issues.ts';
import type { ReadableText } from './readable-text.ts';
import type { LinkAnswer } from './link-answer.ts';
import type { OwnTheme } from './theme/own-theme.ts';

/** All that a rule may look at. What costs something is made when it is first asked for, once. */
export interface CheckContext {
  readonly slug: string;
  readonly issue: Issue;
  /** The texts of the sections by what they are. */
  readonly contents: IssueContents;
  /** The parsed prose, by its text. */
  readonly markdown: ReadMarkdown;
  /** All that a reader reads, in its order, with the way back to where it is written. */
  readonly texts: readonly ReadableText[];
  /** All links of fields and prose, section by section. */
  readonly links: readonly IssueLink[];
  /** The pictures that are files of the workspace, by their source as written. */
  readonly pictures: ReadonlyMap<string, LocalPicture>;
  readonly publication: Publication;
  /** The theme's tokens, with the config's changes. */
  readonly tokens: Tokens;
  /** What of the theme is the author's own, and where it is written. */
  readonly theme: OwnTheme;
  readonly options: RuleOptions;
  /** The day of the check, YYYY-MM-DD. */
  readonly today: string;
  /** True for a publication in English: rules about English words are silent elsewhere. */
  readonly isEnglish: boolean;
  /** The issue as it is read: subject, HTML, text, pictures. */
  readonly printed: () => Promise<RenderedIssue>;
  /** The message, RFC 5322. Composing it costs half of a rendering: ask only when it matters. */
  readonly eml: () => Promise<Uint8Array>;
  /** Its HTML taken apart. */
  readonly page: () => Promise<Page>;
  /** The same with `data-path`: rendered only to find the way back from a finding. */
  readonly traced: () => Promise<Page>;
  /** Reads a style sheet or a `style` attribute; keeps what it has read. */
  readonly readStyle: StyleReader;
  /** What the mail programs of readers know and don't know. */
  readonly support: () => Promise<Support>;
  /** The message taken apart. */
  readonly message: () => Promise<ReadMessage>;
  /** How long it took so far to make what is rendered and loaded for all rules, in milliseconds. */
  readonly sharedMs: () => number;
  /** The other issues that can be read, by date and number, the oldest first. */
  readonly archive: () => Promise<readonly PastIssue[]>;
  /** What came of asking for the issue's addresses, by address; null when it wasn't asked for. */
  readonly answers: () => Promise<ReadonlyMap<string, LinkAnswer> | null>;
}

/** What the config says of the rules, with the defaults filled in. */
export interface RuleOptions {
  readonly maxSponsors: number;
  readonly httpsUpgrade: boolean;
}

/** The issues of the archive before the one that is looked at. */
export async function earlierIssues(context: CheckContext): Promise<readonly PastIssue[]> {
  const { number, date } = context.issue;
  const all = await context.archive();
  return all.filter((past) => {
    return past.date < date || (past.date === date && past.number < number);
  });
}
