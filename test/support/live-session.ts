import { cp, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished } from 'vitest';
import type { SessionCheck } from '../../src/preview/session/check-opened.ts';
import type { OpenIssue, Session, SessionEvent } from '../../src/preview/session/session.ts';
import { createSession } from '../../src/preview/session/session.ts';
import type { Pause } from '../../src/preview/session/read-again.ts';
import { loadSettings, openPress } from '../../src/press/open-press.ts';
import { workspaceAt } from '../../src/workspace/workspace.ts';
import { smallConfig, writeFiles } from './galley.ts';
import { makeTempFolder, useTempFolder } from './make-temp-folder.ts';
import type { WorkspaceFiles } from './print-issue.ts';

/** A session over files on disk, and all that it told. */
export interface LiveSession extends Session {
  readonly root: string;
  readonly events: readonly SessionEvent[];
  /** Resolves as soon as it holds, asked after each event; fails after ten seconds. */
  readonly until: (holds: () => boolean | Promise<boolean>) => Promise<void>;
  /** Resolves when every issue was read. */
  readonly filled: () => Promise<void>;
  /** Writes files, tells the session, and gives what it told until it was done. */
  readonly save: (files: WorkspaceFiles) => Promise<readonly SessionEvent[]>;
  /** Tells the session of paths, and gives what it told until it was done. */
  readonly tell: (...paths: readonly string[]) => Promise<readonly SessionEvent[]>;
  /** Opens an issue that must be there. */
  readonly read: (slug: string) => Promise<OpenIssue>;
}

export interface LiveSessionOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly pause?: Pause;
  readonly check?: SessionCheck;
  /** Else a bug fails the test. */
  readonly onError?: (error: unknown) => void;
}

/** Makes sessions in folders that share a compiled theme. */
export function useLiveSessions(): (
  files: WorkspaceFiles,
  options?: LiveSessionOptions,
) => Promise<LiveSession> {
  const warm = useTempFolder();
  beforeAll(async () => {
    await writeFiles(warm(), { 'newsletter.config.yaml': smallConfig });
    const { settings } = await loadSettings(workspaceAt(warm()));
    if (settings !== null) await openPress(settings);
  });
  return async (files, options = {}) => {
    const root = await makeTempFolder();
    await cp(join(warm(), '.galley'), join(root, '.galley'), { recursive: true });
    await writeFiles(root, { 'newsletter.config.yaml': smallConfig, ...files });
    return startSession(root, options);
  };
}

/** Replaces a file in one step, as careful editors do. */
export async function writeOver(file: string, text: string): Promise<void> {
  await writeFile(`${file}.new`, text);
  await rename(`${file}.new`, file);
}

/** Replaces a part of a file, which must be there. */
export async function edit(file: string, from: string, to: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  expect(text).toContain(from);
  await writeFile(file, text.replace(from, to));
}

/** The slugs of the issues that were told, in their order. */
export function toldIssues(events: readonly SessionEvent[]): readonly string[] {
  return events.flatMap((event) => (event.type === 'issue' ? [event.row.slug] : []));
}

// --- internal ---

function startSession(root: string, options: LiveSessionOptions): LiveSession {
  const bugs: unknown[] = [];
  const { env = {}, onError = (error) => bugs.push(error), ...rest } = options;
  const session = createSession(workspaceAt(root), { env, onError, ...rest });
  const events: SessionEvent[] = [];
  session.subscribe((event) => events.push(event));
  onTestFinished(async () => {
    await session.close();
    expect(bugs).toEqual([]);
  });

  const until: LiveSession['until'] = (holds) => {
    return new Promise((resolve, reject) => {
      const end = (error?: unknown) => {
        clearTimeout(limit);
        stop();
        if (error === undefined) resolve();
        else reject(error instanceof Error ? error : new Error('It failed.', { cause: error }));
      };
      const limit = setTimeout(end, 10_000, new Error('It did not happen within ten seconds.'));
      const ask = async () => {
        if (await holds()) end();
      };
      const stop = session.subscribe(() => void ask().catch(end));
      void ask().catch(end);
    });
  };
  const tell: LiveSession['tell'] = async (...paths) => {
    const before = events.length;
    await session.changed(paths.map((path) => join(root, path)));
    return events.slice(before);
  };
  return {
    ...session,
    root,
    events,
    until,
    tell,
    filled: () => until(async () => (await session.state()).issues.every(isRead)),
    async save(files) {
      await writeFiles(root, files);
      return tell(...Object.keys(files));
    },
    async read(slug) {
      const issue = await session.open(slug);
      if (issue === null) throw new Error(`There is no issue ${slug}.`);
      return issue;
    },
  };
}

function isRead({ version }: { readonly version: number }): boolean {
  return version > 0;
}
