import { lstatSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { FSWatcher } from 'chokidar';
import { watch } from 'chokidar';
import { createBatch } from './batch.ts';
import { isWatched } from './is-watched.ts';

export interface WatchOptions {
  /** Absolute paths of files and folders that were written, made, renamed or deleted. */
  readonly onChange: (paths: readonly string[]) => void;
  /** What can't be watched, such as folders beyond the system's limit. The rest still is. */
  readonly onError: (error: unknown) => void;
}

export interface Watch {
  /** Resolves when every change from now on is seen. */
  readonly ready: Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Watches a workspace, an absolute folder: all of it but `out/`, `node_modules/` and what begins
 * with a dot (`.env` apart). A save is many events: they are told together, once it is quiet for a
 * few milliseconds. A folder stands for all that is in it.
 */
export function watchWorkspace(root: string, { onChange, onError }: WatchOptions): Watch {
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  const starting = start();
  return {
    // A watch that is closed before isn't waited for any more.
    ready: starting.then((watcher) => {
      return Promise.race([ended, new Promise<void>((done) => watcher.once('ready', done))]);
    }),
    async close() {
      end();
      await (await starting).close();
    },
  };

  async function start(): Promise<FSWatcher> {
    // Links are not followed, but the workspace may be one: what is seen there is told as here.
    const real = await realpath(root).catch(() => root);
    const watcher: FSWatcher = watch(real, {
      ignoreInitial: true,
      followSymlinks: false,
      // It would hold back what is deleted, to see whether it returns.
      atomic: false,
      ignorePermissionErrors: true,
      // Folders tell of the files in them. To watch each file as well takes four times as long for a
      // save among 500; where files are polled, there is no other way.
      ignored: (path, stats) =>
        !isWatched(real, path) || (stats?.isFile() === true && !watcher.options.usePolling),
    });
    const batch = createBatch((paths) => {
      onChange(paths.map((path) => join(root, path.slice(real.length))));
    });
    void ended.then(batch.close);
    const add = (path: string) => {
      if (isWatched(real, path)) batch.add(path);
    };
    watcher.on('raw', (event, name: string | null, details) => {
      const { watchedPath } = details as { readonly watchedPath?: string };
      if (watchedPath === undefined) return;
      for (const path of pathsOf(event, name, watchedPath)) add(path);
    });
    watcher.on('all', (event, path) => {
      // Where files are polled (CHOKIDAR_USEPOLLING), this is all there is.
      if (event !== 'change' || watcher.options.usePolling) add(path);
      // What was put into a folder before it was watched shows in no event of its own.
      if (event === 'addDir') batch.addLater(path);
    });
    watcher.on('error', onError);
    return watcher;
  }
}

// --- internal ---

/**
 * What an event of the system is about. Needed beside chokidar's own events, which leave out a
 * second change within 50 ms: an editor that empties a file before it writes makes two.
 */
function pathsOf(event: string, name: string | null, watched: string): readonly string[] {
  if (name === null) return [watched];
  const inside = join(watched, name);
  if (basename(watched) !== name) return event === 'change' && isFolder(inside) ? [] : [inside];
  if (!isFolder(watched)) return [watched];
  return event === 'change' ? [inside] : [watched, inside];
}

/**
 * A folder "changes" on some systems with each file in it. What can't be looked at, or is below
 * what was a folder when it was told, is none.
 */
function isFolder(path: string): boolean {
  try {
    return lstatSync(path).isDirectory();
  } catch {
    return false;
  }
}
