import { lstatSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { FSWatcher } from 'chokidar';
import { watch } from 'chokidar';
import { isWatched } from './is-watched.ts';

/** What is told of paths; each is absolute, and may be told several times. */
export interface PathListener {
  /** It was written, made, renamed or deleted. */
  readonly onPath: (path: string) => void;
  /** It was made: what was in it from the beginning may be told by no event of its own. */
  readonly onFolder: (path: string) => void;
  /** Something can't be watched, such as folders beyond the system's limit. The rest still is. */
  readonly onError: (error: unknown) => void;
}

export interface Watch {
  /** Resolves when every change from now on is seen. */
  readonly ready: Promise<void>;
  readonly close: () => Promise<void>;
}

/** A way to watch the paths of a workspace, an absolute folder. */
export type WatchPaths = (root: string, listener: PathListener) => Watch;

/**
 * Tells of each path at once: of all but `out/`, `node_modules/` and what begins with a dot (`.env`
 * apart).
 */
export const watchPaths: WatchPaths = (root, { onPath, onFolder, onError }) => {
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  let watching = start();
  const replaced = new Set<string>();
  let settling: NodeJS.Timeout | undefined;
  return {
    // A watch that is closed before isn't waited for any more.
    ready: watching.then((watcher) => Promise.race([ended, isReady(watcher)])),
    async close() {
      clearTimeout(settling);
      end();
      await (await watching).close();
    },
  };

  /**
   * Where a folder was, another may stand when things have settled. The system goes on watching the
   * first, wherever that is now, and chokidar takes the two for one: it has to begin anew.
   */
  function lookAgain(folder: string): void {
    replaced.add(folder);
    clearTimeout(settling);
    settling = setTimeout(() => {
      const isThere = [...replaced].some(isFolder);
      replaced.clear();
      if (isThere) watching = beginAnew();
    }, settledMs);
  }

  async function beginAnew(): Promise<FSWatcher> {
    await (await watching).close();
    const watcher = await start();
    await Promise.race([ended, isReady(watcher)]);
    // Anything may have been written in between.
    onPath(root);
    return watcher;
  }

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
        (stats?.isFile() === true && !watcher.options.usePolling) || !isWatched(real, path),
    });
    const tell = (path: string, listen = onPath) => {
      if (isWatched(real, path)) listen(join(root, path.slice(real.length)));
    };
    watcher.on('raw', (event, name: string | null, details) => {
      const { watchedPath } = details as { readonly watchedPath?: string };
      if (watchedPath === undefined) return;
      for (const path of pathsOf(event, name, watchedPath)) {
        tell(path);
        if (event === 'rename' && path in watcher.getWatched()) lookAgain(path);
      }
    });
    watcher.on('all', (event, path) => {
      // Where files are polled (CHOKIDAR_USEPOLLING), this is all there is.
      if (event !== 'change' || watcher.options.usePolling) tell(path);
      if (event === 'addDir') tell(path, onFolder);
    });
    watcher.on('error', onError);
    return watcher;
  }
};

// --- internal ---

/** Milliseconds from a folder's going to another's coming. */
const settledMs = 50;

function isReady(watcher: FSWatcher): Promise<void> {
  return new Promise((done) => watcher.once('ready', done));
}

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
