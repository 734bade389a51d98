import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { DiskStore } from '../../files/disk-store.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { SessionCheck } from './check-opened.ts';
import { createChecks } from './check-opened.ts';
import { concernsIssue, concernsList, concernsShared, exists } from './concerns.ts';
import { drawIssue } from './draw-issue.ts';
import type { HeldIssue } from './held-issue.ts';
import {
  isErroneous,
  isMissing,
  takeFindings,
  takeReading,
  withDiagnostics,
} from './held-issue.ts';
import type { ShownList } from './issue-list.ts';
import { listShown } from './issue-list.ts';
import { createIssueShelf } from './issue-shelf.ts';
import { createLane } from './lane.ts';
import type { OpenIssue, SessionEvent, SessionState } from './open-issue.ts';
import { openIssue } from './open-issue.ts';
import type { Pause } from './read-again.ts';
import { againAfterMs, readAgain } from './read-again.ts';
import { readShared } from './shared-reading.ts';
import type { SharedState } from './shared-state.ts';
import { loadShared, nothingShared } from './shared-state.ts';
import { createStateTeller } from './state-teller.ts';
import { traceHeld } from './trace-held.ts';
import { linkEditor, showDiagnostics } from './show-diagnostics.ts';

export interface LiveOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly onError: (error: unknown) => void;
  readonly pause: Pause;
  readonly tell: (event: SessionEvent) => void;
  /** The rules that look at the opened issues; none if left out. */
  readonly check?: SessionCheck | undefined;
}

/** What is behind a session: it holds the state, and does one thing at a time to it. */
export interface LiveWorkspace {
  /** Reads config, theme and the list of issues, the first time. */
  readonly start: () => Promise<void>;
  readonly state: () => SessionState;
  readonly open: (slug: string) => Promise<OpenIssue | null>;
  readonly traced: (slug: string) => Promise<string | null>;
  readonly changed: (paths: readonly string[]) => Promise<void>;
  /** Where compiled sources are kept, once it is known. */
  readonly store: () => DiskStore | null;
  readonly close: () => Promise<void>;
}

/** Makes it; nothing is read before `start`. */
export function createLiveWorkspace(workspace: Workspace, options: LiveOptions): LiveWorkspace {
  const { env, onError, pause, tell, check } = options;
  const shelf = createIssueShelf(workspace);
  const lane = createLane(nextIdle, onError);
  const pending = new Set<string>();
  let shared = nothingShared;
  let listed: ShownList = { issues: [], diagnostics: [] };
  /** The hash of the settings that the issues are drawn with. */
  let drawnWith: string | null = null;
  let version = 0;
  const nextVersion = () => ++version;
  let started: Promise<void> | null = null;
  const tellIfOther = createStateTeller(tell);
  const now = { settings: () => shared.settings, issues: () => listed.issues };
  const checks = createChecks(check, { ...now, shelf, take, run: lane.run, onError });
  return {
    start() {
      started ??= lane.run(readAll).catch((error: unknown) => {
        started = null;
        throw error;
      });
      return started;
    },
    state,
    open,
    traced: async (slug) => traceHeld(shelf.get(slug)),
    async changed(paths) {
      // What is read first is read as it stands.
      if (started === null) return;
      for (const path of paths) pending.add(path);
      await lane.run(react);
    },
    store: () => shared.press?.store ?? null,
    async close() {
      await Promise.all([lane.close(), checks.close()]);
    },
  };

  function state(): SessionState {
    const { publication } = shared;
    return {
      publication: publication?.name ?? null,
      language: publication?.language ?? null,
      issues: shelf.rows(),
      diagnostics: [...shared.diagnostics, ...listed.diagnostics],
    };
  }

  function tellState(): void {
    tellIfOther([shared, listed, shelf.rows()], state);
  }

  async function readAll(): Promise<void> {
    takeShared(await loadShared(workspace, env, null));
    listed = await listShown(workspace, shared.editor);
    shelf.list(listed.issues);
    tellState();
  }

  async function open(slug: string): Promise<OpenIssue | null> {
    const asked = shelf.get(slug);
    if (asked === null) return null;
    shelf.touch(slug);
    if (isMissing(asked)) {
      await lane.run(async () => {
        const held = shelf.get(slug);
        if (held !== null && isMissing(held)) await draw(slug, false);
      });
    }
    const held = shelf.get(slug);
    return held === null ? null : openIssue(held, shared.press === null);
  }

  async function react(): Promise<void> {
    const [paths, before] = [takePending(), { shared, listed }];
    const isSharedPath = (path: string) => concernsShared(workspace, path, shared.files);
    // Where something is broken, any file may be what mends it.
    if (paths.length > 0 && (shared.press === null || paths.some(isSharedPath))) {
      const hasMore = () => {
        const isMore = [...pending].some(isSharedPath);
        if (isMore) paths.push(...takePending());
        return isMore;
      };
      takeShared(await readShared({ workspace, env, pause, before: shared, paths, hasMore }));
    }
    if (paths.some((path) => concernsList(workspace, path, shelf.isSource))) await listAgain();
    const changed = shelf.outdate(({ source, files }) => {
      return paths.some((path) => concernsIssue(workspace, path, source.file, files));
    });
    // A picture or an import that was missing may be there now; no other issue can be that.
    if (paths.some((path) => !shelf.isSource(path) || !exists(path))) {
      checks.outdate(shelf.outdate(({ diagnostics }) => isErroneous(diagnostics)));
    }
    checks.outdate(changed);
    if (changed.length > 0 || shared !== before.shared || listed !== before.listed) shelf.recheck();
    tellState();

    const atOnce = new Set([...shelf.outdated().opened, ...changed.slice(0, mostAtOnce)]);
    for (const slug of atOnce) await draw(slug, changed.includes(slug)).catch(onError);
    tellState();
    // Who looks on gets what changed before the rest is drawn and checked.
    lane.rest(showMs);
  }

  function takePending(): string[] {
    const paths = [...pending];
    pending.clear();
    return paths;
  }

  /** Takes what was read of config and theme, and does what follows for the issues. */
  function takeShared(next: SharedState): void {
    const before = shared;
    shared = next;
    const hash = next.press === null ? null : (next.opened?.hash ?? null);
    if (hash !== null && hash !== drawnWith) {
      drawnWith = hash;
      shelf.outdate(() => true);
    }
    if ((before.press === null) !== (next.press === null)) {
      // What is shown turns stale, or isn't any more.
      for (const held of shelf.all()) if (held.print !== null) renew(held);
    }
    if (before.editor === next.editor) return;
    const link = linkEditor.bind(null, workspace, next.editor);
    listed = { ...listed, diagnostics: listed.diagnostics.map(link) };
    for (const held of shelf.all().filter(({ diagnostics }) => diagnostics.length > 0)) {
      renew({ ...held, validated: held.validated.map(link) }, held.diagnostics.map(link));
    }
  }

  /** Puts an issue back as another version, and tells it. */
  function renew(held: HeldIssue, diagnostics = held.diagnostics): void {
    putAndTell(held, withDiagnostics(held, diagnostics, nextVersion()));
  }

  async function listAgain(): Promise<void> {
    let found = await listShown(workspace, shared.editor);
    const isThere = (slug: string) => found.issues.some((issue) => issue.slug === slug);
    if (!listed.issues.every(({ slug }) => isThere(slug))) {
      // Some editors move a file away before they write it anew.
      await pause(againAfterMs);
      found = await listShown(workspace, shared.editor);
    }
    listed = found;
    shelf.list(listed.issues);
  }

  /** Reads an issue, renders it and tells what changed; `isFresh` when it was just written. */
  async function draw(slug: string, isFresh: boolean): Promise<void> {
    const held = shelf.get(slug);
    const { press, editor } = shared;
    if (held === null || press === null) return;
    // Whatever happens, it isn't tried again and again.
    shelf.put({ ...held, isOutdated: false });
    const read = () => drawIssue(press, editor, held.source);
    const reading = isFresh
      ? await readAgain({
          workspace,
          pause,
          files: [...held.files],
          read,
          isSound: ({ diagnostics }) => !isErroneous(diagnostics),
          filesOf: ({ files }) => [...files],
        })
      : await read();
    const keeps = check !== undefined && shelf.isOpened(slug);
    putAndTell(held, takeReading(held, reading, nextVersion, keeps));
  }

  function take(held: HeldIssue, found: readonly Diagnostic[]): void {
    const shown = showDiagnostics(workspace, shared.editor, found);
    putAndTell(held, takeFindings(held, shown, nextVersion));
  }

  function putAndTell(before: HeldIssue, next: HeldIssue): void {
    shelf.put(next);
    if (next.row !== before.row) tell({ type: 'issue', row: next.row });
  }

  function nextIdle(): (() => Promise<void>) | null {
    checks.wake();
    const { next } = shelf.outdated();
    if (next !== null && shared.press !== null) return () => draw(next, false);
    tellState();
    return null;
  }
}

// --- internal ---

/** So many changed issues are drawn at once, the others in the background. */
const mostAtOnce = 8;

/** About as long as a page takes to get and to paint a mail. */
const showMs = 60;
