import { basename } from 'node:path';
import { bundlePage } from '../../scripts/build/bundle-page.js';
import { issueSchema } from '../../src/issue/schema.ts';
import { encodedSize } from '../../src/mail/encoded-size.ts';
import type { IssueRow, ShownDiagnostic } from '../../src/preview/model.ts';
import type { MailTexts } from '../../src/preview/serve/changes.ts';
import { createApp } from '../../src/preview/serve/create-app.ts';
import type { Listening } from '../../src/preview/serve/listen.ts';
import { listen } from '../../src/preview/serve/listen.ts';
import type { PostOptions } from '../../src/preview/serve/post-routes.ts';
import type { PageFiles } from '../../src/preview/serve/page-files.ts';
import type {
  LastPrint,
  OpenIssue,
  Session,
  SessionEvent,
} from '../../src/preview/session/session.ts';
import type { Letter } from './print-issue.ts';
import { quietPost } from './quiet-post.ts';

/** The preview's server over letters that a test edits, breaks, removes and takes away. */
export interface PageServer {
  readonly address: () => string;
  /** Replaces a text in the HTML and in the plain text of an issue. */
  readonly edit: (slug: string, from: string, to: string) => void;
  /** What is wrong with an issue from now on; nothing makes it sound again. */
  readonly blame: (slug: string, diagnostics: readonly ShownDiagnostic[]) => void;
  /** What is wrong with all of them. */
  readonly blameAll: (diagnostics: readonly ShownDiagnostic[]) => void;
  readonly remove: (slug: string) => void;
  /** Takes the mails as they are now for those of the last build. */
  readonly build: () => void;
  readonly stop: () => Promise<void>;
  /** At the same port, as another server. */
  readonly start: () => Promise<void>;
}

/** Serves letters, each by its slug, with the page. */
export async function startPageServer(
  letters: readonly Letter[],
  page: PageFiles,
  post: PostOptions = quietPost,
): Promise<PageServer> {
  const newestFirst = letters.toSorted((a, b) => b.view.date.localeCompare(a.view.date));
  const issues = new Map(newestFirst.map((letter) => [letter.slug, openLetter(letter)]));
  const listeners = new Set<(event: SessionEvent) => void>();
  const built = new Map<string, MailTexts>();
  let shared: readonly ShownDiagnostic[] = [];
  let instance = 1;
  let listening: Listening | null = null;
  let port = 0;
  const address = () => `http://127.0.0.1:${port}`;
  const tell = (event: SessionEvent) => {
    for (const listener of listeners) listener(event);
  };
  const change = (slug: string, make: (issue: OpenIssue) => OpenIssue) => {
    const issue = issues.get(slug);
    if (issue === undefined) throw new Error(`There is no letter ${slug}.`);
    const made = make(issue);
    const changed = { ...made, row: { ...made.row, version: issue.row.version + 1 } };
    issues.set(slug, changed);
    tell({ type: 'issue', row: changed.row });
  };
  const session: Session = {
    state: () =>
      Promise.resolve({
        publication: letters[0]?.publication.name ?? null,
        language: 'en',
        issues: [...issues.values()].map(({ row }) => row),
        diagnostics: shared,
      }),
    open: (slug) => Promise.resolve(issues.get(slug) ?? null),
    traced: () => Promise.resolve(null),
    changed: () => Promise.resolve(),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => Promise.resolve(),
  };
  const start = async () => {
    const app = createApp(session, {
      ...post,
      instance: `server-${instance++}`,
      token: 'token',
      page,
      address,
      readBuilt: (slug) => Promise.resolve(built.get(slug) ?? null),
      onError: (error) => {
        throw error;
      },
    });
    listening = await listen(app.fetch, { port });
    port = listening.port;
  };
  await start();

  return {
    address,
    edit: (slug, from, to) => {
      change(slug, (issue) => editIssue(issue, (text) => text.replaceAll(from, to)));
    },
    blame: (slug, diagnostics) => {
      change(slug, (issue) => blameIssue(issue, diagnostics));
    },
    blameAll: (diagnostics) => {
      shared = diagnostics;
      tell({ type: 'state' });
    },
    remove: (slug) => {
      issues.delete(slug);
      tell({ type: 'state' });
    },
    build: () => {
      for (const [slug, { print }] of issues) if (print !== null) built.set(slug, print.printed);
    },
    stop: async () => {
      await listening?.close();
    },
    start,
  };
}

/** The page as it is in the sources. */
export async function bundlePageFiles(): Promise<PageFiles> {
  const types: Readonly<Record<string, string>> = {
    html: 'text/html; charset=utf-8',
    js: 'text/javascript; charset=utf-8',
    css: 'text/css; charset=utf-8',
    svg: 'image/svg+xml',
  };
  const files = await bundlePage({ write: false });
  return new Map(
    files.map(({ path, contents }) => {
      const type = types[path.split('.').at(-1) ?? ''] ?? '';
      return [basename(path), { type, bytes: new Uint8Array(contents) }];
    }),
  );
}

// --- internal ---

function openLetter(letter: Letter): OpenIssue {
  const { slug, view, words, minutes, html, publication } = letter;
  const { number, date, subject, preheader } = view;
  const encodedBytes = encodedSize(html);
  const facts = {
    number,
    date,
    subject,
    status: slug.endsWith('11') ? 'draft' : 'sent',
    words,
    minutes,
    encodedBytes,
  } as const;
  const { name, address } = publication.from;
  const inbox = { sender: name, address, subject, preheader, date };
  const print: LastPrint = { facts, stale: false, issue: someIssue, printed: letter, inbox };
  const file = `issues/${slug}.ts`;
  const row: IssueRow = { slug, file, facts, errors: 0, warnings: 0, version: 1 };
  return { row, diagnostics: [], print };
}

/** The page never sees it. */
const someIssue = issueSchema.parse({
  number: 1,
  date: '2026-11-02',
  subject: 'Subject',
  preheader: 'Preheader',
  sections: [
    { kind: 'intro', greeting: 'Hello,', body: 'Words.' },
    { kind: 'sign-off', body: 'Bye.' },
  ],
});

function editIssue(issue: OpenIssue, edit: (text: string) => string): OpenIssue {
  const { row, print } = issue;
  if (print === null) throw new Error(`${row.slug} was never printed.`);
  const html = edit(print.printed.html);
  const printed = { ...print.printed, html, text: edit(print.printed.text) };
  const subject = edit(print.facts.subject);
  const facts = { ...print.facts, subject, encodedBytes: encodedSize(html) };
  const inbox = { ...print.inbox, subject };
  return { ...issue, row: { ...row, facts }, print: { ...print, facts, printed, inbox } };
}

function blameIssue(issue: OpenIssue, diagnostics: readonly ShownDiagnostic[]): OpenIssue {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const row = { ...issue.row, errors, warnings: diagnostics.length - errors };
  const print = issue.print === null ? null : { ...issue.print, stale: errors > 0 };
  return { row, diagnostics, print };
}
