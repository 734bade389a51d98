import { Worker } from 'node:worker_threads';
import type { WatchPaths } from './watch-paths.ts';

/** What the other thread tells. */
export type WatchMessage =
  | { readonly type: 'path' | 'folder'; readonly path: string }
  | { readonly type: 'error'; readonly error: unknown }
  | { readonly type: 'ready' };

/**
 * Watches in a thread of its own, `script` being the bundle of `watch-thread.ts`: at each save,
 * chokidar looks at everything in the file's folder again, which at hundreds of issues takes longer
 * than to render one.
 */
export function watchAside(script: string): WatchPaths {
  return (root, { onPath, onFolder, onError }) => {
    const worker = new Worker(script, { workerData: root });
    worker.unref();
    const ready = new Promise<void>((resolve) => {
      worker.on('message', (message: WatchMessage) => {
        if (message.type === 'path') onPath(message.path);
        else if (message.type === 'folder') onFolder(message.path);
        else if (message.type === 'error') onError(message.error);
        else resolve();
      });
      worker.on('error', onError);
      // A watch that is closed, or that failed, isn't waited for any more.
      worker.on('exit', () => {
        resolve();
      });
    });
    return {
      ready,
      async close() {
        worker.removeAllListeners('message');
        await worker.terminate();
      },
    };
  };
}
