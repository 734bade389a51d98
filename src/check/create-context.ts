import { issueContents } from '../issue/contents.ts';
import type { ProseReader } from '../markdown/read-prose.ts';
import type { Press } from '../press/press.ts';
import type { PrintedIssue, ReadyIssue, RenderedIssue } from '../press/print-issue.ts';
import type { TraceIssue } from '../press/trace-issue.ts';
import type { StyleReader } from './clients/read-style.ts';
import type { Support } from './clients/support.ts';
import type { CheckContext } from './context.ts';
import { readLinks } from './issue-links.ts';
import type { Page } from './page/page.ts';
import type { PastIssue } from './past-issues.ts';
import { readTexts } from './readable-text.ts';
import type { LinkAnswer } from './link-answer.ts';
import { ownTheme } from './theme/own-theme.ts';

/** What a context is made of. */
export interface ContextInput {
  readonly press: Press;
  readonly slug: string;
  readonly ready: ReadyIssue;
  /** The rendering, where there is one already. */
  readonly printed?: PrintedIssue | undefined;
  /** All issues of the workspace, this one among them, the oldest first. */
  readonly archive: () => Promise<readonly PastIssue[]>;
  readonly readProse: ProseReader;
  readonly readStyle: StyleReader;
  readonly support: () => Promise<Support>;
  readonly trace: TraceIssue;
  /** Milliseconds from any fixed moment. */
  readonly clock: () => number;
  /** The day of the check, YYYY-MM-DD. */
  readonly today: string;
  /** Asks for the addresses of a list; left out when they are not to be fetched. */
  readonly askFor?:
    ((urls: readonly string[]) => Promise<ReadonlyMap<string, LinkAnswer>>) | undefined;
}

/** Makes the context of one issue. */
export function createContext(input: ContextInput): CheckContext {
  const { press, slug, ready, askFor } = input;
  const { publication, tokens } = press;
  const { issue, markdown, pictures } = ready;
  const contents = once(() => issueContents(issue));
  const texts = once(() => readTexts(issue, contents(), input.readProse));
  const links = once(() => readLinks(issue, contents(), markdown));
  const { make, spent } = createShare(input.clock);
  const printed = make(async () => input.printed ?? (await render(press, slug, ready)));
  const eml = make(async () => {
    return input.printed?.eml ?? (await compose(press, slug, ready, await printed()));
  });
  return {
    slug,
    issue,
    markdown,
    pictures,
    publication,
    tokens,
    options: { maxSponsors: 2, httpsUpgrade: false, ...publication.check },
    today: input.today,
    isEnglish: /^en\b/i.test(publication.language),
    get contents() {
      return contents();
    },
    get texts() {
      return texts();
    },
    get links() {
      return links();
    },
    printed,
    eml,
    page: make(async () => takeApart((await printed()).html)),
    traced: make(async () => takeApart(await input.trace(slug, ready))),
    readStyle: input.readStyle,
    support: make(input.support),
    sharedMs: spent,
    theme: ownTheme(press),
    message: make(async () => {
      const { readMessage } = await import('../mail/read-message.ts');
      return readMessage(await eml());
    }),
    archive: once(async () => (await input.archive()).filter((past) => past.slug !== slug)),
    answers: once(async () =>
      askFor === undefined ? null : askFor(links().map(({ url }) => url)),
    ),
  };
}

// --- internal ---

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}

/**
 * Makes what rules share, once and when it is first asked for, and measures how long that takes: of
 * one thing that is made of another, the whole.
 */
function createShare(clock: () => number) {
  let depth = 0;
  let spent = 0;
  const measure = async <Value>(create: () => Promise<Value>): Promise<Value> => {
    const start = clock();
    depth++;
    const value = await create();
    depth--;
    if (depth === 0) spent += clock() - start;
    return value;
  };
  return {
    spent: () => spent,
    make: <Value>(create: () => Promise<Value>) => once(() => measure(create)),
  };
}

async function render(press: Press, slug: string, ready: ReadyIssue): Promise<RenderedIssue> {
  const { renderReady } = await import('../press/print-issue.ts');
  return renderReady(press, slug, ready);
}

async function compose(
  press: Press,
  slug: string,
  ready: ReadyIssue,
  rendered: RenderedIssue,
): Promise<Uint8Array> {
  const { composeReady } = await import('../press/print-issue.ts');
  return composeReady(press, slug, ready, rendered);
}

async function takeApart(html: string): Promise<Page> {
  const { readPage } = await import('./page/read-page.ts');
  return readPage(html);
}
