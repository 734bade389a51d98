import { setTimeout } from 'node:timers/promises';
import { cacheEntries } from '../../press/open-press.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { SessionCheck } from './check-opened.ts';
import { LaneClosedError } from './lane.ts';
import { createLiveWorkspace } from './live-workspace.ts';
import type { OpenIssue, SessionEvent, SessionState } from './open-issue.ts';
import type { Pause } from './read-again.ts';

export type { LastPrint, OpenIssue, SessionEvent, SessionState } from './open-issue.ts';

/** The live state of a workspace: its issues rendered, as they stand on disk. */
export interface Session {
  /** Doesn't wait for the issues to be read. */
  readonly state: () => Promise<SessionState>;
  /** The issue read and rendered, now if it wasn't yet; null when there is no such issue. */
  readonly open: (slug: string) => Promise<OpenIssue | null>;
  /**
   * The last good HTML of an issue that was opened, in which `data-path` tells which field an element
   * came from; null when there is none.
   */
  readonly traced: (slug: string) => Promise<string | null>;
  /**
   * Files or folders (absolute) were written, made, renamed or deleted. Resolves when what follows
   * for them and for the issues opened lately was drawn and told; never rejects.
   */
  readonly changed: (files: readonly string[]) => Promise<void>;
  /** Returns how to stop it. */
  readonly subscribe: (listener: (event: SessionEvent) => void) => () => void;
  readonly close: () => Promise<void>;
}

export interface SessionOptions {
  /** The real environment, which wins over the workspace's `.env`. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Told of bugs: one stops neither the session nor the other issues. */
  readonly onError: (error: unknown) => void;
  readonly pause?: Pause;
  /** The rules that look at opened issues once these are drawn; none if left out. */
  readonly check?: SessionCheck | undefined;
}

/**
 * Opens a session. Nothing is read before the first question; then all issues are, one at a time,
 * and every question or change comes before the next of them.
 */
export function createSession(workspace: Workspace, options: SessionOptions): Session {
  const { env, onError, pause = waitUnnoticed, check } = options;
  const listeners = new Set<(event: SessionEvent) => void>();
  const tell = (event: SessionEvent) => {
    for (const listener of listeners) {
      try {
        listener(event);
      } catch (error) {
        onError(error);
      }
    }
  };
  const live = createLiveWorkspace(workspace, { env, onError, pause, tell, check });
  return {
    async state() {
      await live.start();
      return live.state();
    },
    async open(slug) {
      await live.start();
      return live.open(slug);
    },
    async traced(slug) {
      await live.start();
      return live.traced(slug);
    },
    async changed(files) {
      try {
        await live.changed(files);
      } catch (error) {
        if (!(error instanceof LaneClosedError)) onError(error);
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      listeners.clear();
      await live.close();
      await live.store()?.prune(cacheEntries);
    },
  };
}

// --- internal ---

async function waitUnnoticed(milliseconds: number): Promise<void> {
  await setTimeout(milliseconds, undefined, { ref: false });
}
