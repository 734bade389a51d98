import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { DiskStore } from '../../src/files/disk-store.ts';
import { createMemoryStore } from '../../src/files/memory-store.ts';
import type { IssueInput } from '../../src/issue/schema.ts';
import type { Theme } from '../../src/press/load-theme.ts';
import { loadSettings, openPress } from '../../src/press/open-press.ts';
import type { Press } from '../../src/press/press.ts';
import type { PrintedIssue } from '../../src/press/print-issue.ts';
import { prepareIssue, printIssue } from '../../src/press/print-issue.ts';
import type { IssueView } from '../../src/render/view-schema.ts';
import type { IssueFile } from '../../src/workspace/list-issues.ts';
import { listIssues } from '../../src/workspace/list-issues.ts';
import type { Publication, PublicationInput } from '../../src/workspace/publication.ts';
import { workspaceAt } from '../../src/workspace/workspace.ts';
import { plainConfig } from './plain-letter.ts';

/** A printed issue, with what it was made of and the view that the templates saw. */
export interface Letter extends PrintedIssue {
  readonly slug: string;
  readonly view: IssueView;
  readonly publication: Publication;
  readonly theme: Theme;
}

/** What became of one issue: no letter where it has errors. */
export interface Attempt {
  readonly slug: string;
  readonly letter: Letter | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** The files of a workspace by their paths. */
export type WorkspaceFiles = Readonly<Record<string, string | Uint8Array>>;

/** Prints one issue after another of an opened workspace. */
export type Printer = (file: IssueFile) => Promise<Attempt>;

/** Opens a folder's press; nothing is written to the folder but the config's cache. */
export async function openPrinter(root: string): Promise<Printer> {
  const { settings, diagnostics } = await loadSettings(workspaceAt(root));
  if (settings === null) throw new Error(describe(diagnostics));
  const { publication, theme } = settings;
  const readOptions = { ...settings.readOptions, cache: store };
  const { press, diagnostics: ofTheme } = await openPress({ ...settings, store, readOptions });
  if (press === null) throw new Error(describe(ofTheme));
  return async (file) => {
    const prepared = await prepareIssue(press, file);
    const { ready } = prepared;
    const { slug } = file;
    const found = [...ofTheme, ...prepared.diagnostics];
    if (ready === null) return { slug, letter: null, diagnostics: found };
    const views: IssueView[] = [];
    const printed = await printIssue(watching(press, views), slug, ready);
    const [view] = views;
    if (view === undefined) throw new Error('The press rendered without a view.');
    const letter = { ...printed, slug, view, publication, theme };
    return { slug, letter, diagnostics: found };
  };
}

/** Prints all issues of a folder. */
export async function printFolder(root: string): Promise<readonly Attempt[]> {
  const print = await openPrinter(root);
  const { issues } = await listIssues(workspaceAt(root));
  const attempts: Attempt[] = [];
  for (const file of issues) attempts.push(await print(file));
  return attempts;
}

/** Prints the issues of a workspace that is made of these files and gone afterwards. */
export async function printFiles(files: WorkspaceFiles): Promise<readonly Attempt[]> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'galley-letter-')));
  try {
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), content);
    }
    return await printFolder(root);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

/** Prints one issue, given as data, of a publication; `files` are its pictures. */
export async function printIssueOf(
  issue: IssueInput,
  config: Partial<PublicationInput> = {},
  files: WorkspaceFiles = {},
): Promise<Letter> {
  const inside = Object.entries(files).map(([path, content]) => [`issues/one/${path}`, content]);
  const [attempt] = await printFiles({
    'newsletter.config.json': JSON.stringify({ ...plainConfig, ...config }),
    'issues/one/issue.json': JSON.stringify(issue),
    ...(Object.fromEntries(inside) as WorkspaceFiles),
  });
  return letterOf(attempt);
}

/** The issues of this repository. */
export async function printSamples(): Promise<readonly Letter[]> {
  const attempts = await printFolder(fileURLToPath(new URL('../..', import.meta.url)));
  return attempts.map(letterOf);
}

/** The letter of an issue that must be sound. */
export function letterOf(attempt: Attempt | undefined): Letter {
  if (attempt === undefined) throw new Error('There is no such issue.');
  if (attempt.letter === null) throw new Error(describe(attempt.diagnostics));
  return attempt.letter;
}

// --- internal ---

/** The same press, which also keeps the views that it renders. */
function watching(press: Press, views: IssueView[]): Press {
  const html = (view: object) => {
    views.push(view as IssueView);
    return press.program.html(view);
  };
  return { ...press, program: { ...press.program, html } };
}

/** Lives as long as a test file: its letters share the compiled theme, and no earlier run decides. */
const store: DiskStore = { ...createMemoryStore(), prune: () => Promise.resolve(0) };

function describe(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map(({ code, path, message }) => `${code} ${path}: ${message}`).join('\n');
}
