import { createBatch } from './batch.ts';
import type { Watch, WatchPaths } from './watch-paths.ts';
import { watchPaths } from './watch-paths.ts';

export type { Watch } from './watch-paths.ts';

export interface WatchOptions {
  /** Absolute paths of files and folders that were written, made, renamed or deleted. */
  readonly onChange: (paths: readonly string[]) => void;
  /** What can't be watched, such as folders beyond the system's limit. The rest still is. */
  readonly onError: (error: unknown) => void;
  /** How the paths are watched; in this thread if left out. */
  readonly watch?: WatchPaths | undefined;
}

/**
 * Watches a workspace, an absolute folder: all of it but `out/`, `node_modules/` and what begins
 * with a dot (`.env` apart). A save is many events: they are told together, once it is quiet for a
 * few milliseconds. A folder stands for all that is in it.
 */
export function watchWorkspace(root: string, options: WatchOptions): Watch {
  const { onChange, onError, watch = watchPaths } = options;
  const batch = createBatch(onChange);
  const { ready, close } = watch(root, {
    onPath: batch.add,
    onFolder: batch.addLater,
    onError,
  });
  return {
    ready,
    async close() {
      batch.close();
      await close();
    },
  };
}
