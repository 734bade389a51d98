import { statSync } from 'node:fs';
import type { Workspace } from '../../workspace/workspace.ts';
import type { Pause } from './read-again.ts';
import { againAfterMs, readAgain } from './read-again.ts';
import type { SharedState } from './shared-state.ts';
import { isSound, loadShared } from './shared-state.ts';

export interface SharedReading {
  readonly workspace: Workspace;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly pause: Pause;
  readonly before: SharedState;
  /** What was changed, absolute. */
  readonly paths: readonly string[];
  /** True when more of it was changed since it was last asked. */
  readonly hasMore: () => boolean;
}

/** Reads config and theme again once they are written: half of a theme is no theme. */
export async function readShared(reading: SharedReading): Promise<SharedState> {
  const { workspace, env, pause, before, paths, hasMore } = reading;
  if (paths.some(isEmpty)) await pause(againAfterMs);
  for (let tries = 1; ; tries++) {
    const shared = await readAgain({
      workspace,
      pause,
      files: [...paths, ...before.files],
      read: () => loadShared(workspace, env, before),
      isSound,
      filesOf: ({ files }) => [...files],
    });
    if (!hasMore() || tries === mostTries) return shared;
  }
}

// --- internal ---

const mostTries = 5;

function isEmpty(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && found.isFile() && found.size === 0;
}
