/*
 * The other thread of `watch-aside.ts`: it watches the folder that it is given, and tells.
 */
import { parentPort, workerData } from 'node:worker_threads';
import type { WatchMessage } from './watch-aside.ts';
import { watchPaths } from './watch-paths.ts';

const tell = (message: WatchMessage) => parentPort?.postMessage(message);

const { ready } = watchPaths(String(workerData), {
  onPath: (path) => tell({ type: 'path', path }),
  onFolder: (path) => tell({ type: 'folder', path }),
  onError: (error) => tell({ type: 'error', error }),
});
await ready;
tell({ type: 'ready' });
