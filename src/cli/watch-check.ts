import type { Workspace } from '../workspace/workspace.ts';
import type { Io } from './io.ts';

/**
 * Checks again after every save until Ctrl-C. A save during a check is followed by another; what
 * ends a check ends the watch.
 */
export async function watchCheck(
  workspace: Workspace,
  check: () => Promise<unknown>,
  { signal, stderr }: Io,
): Promise<void> {
  const { watchWorkspace } = await import('../preview/watch/watch-workspace.ts');
  let wake = (): void => undefined;
  let isChanged = true;
  const note = () => {
    isChanged = true;
    wake();
  };
  const watch = watchWorkspace(workspace.root, {
    onChange: note,
    onError: (error) => {
      stderr.write(`Not everything can be watched: ${String(error)}\n`);
    },
  });
  signal.addEventListener('abort', () => {
    wake();
  });
  try {
    await watch.ready;
    stderr.write('Checks again on every save. Ctrl-C ends it.\n');
    while (!signal.aborted) {
      // Set before the check, so that a save during it counts.
      isChanged = false;
      await check();
      await new Promise<void>((resolve) => {
        wake = resolve;
        if (isChanged || signal.aborted) resolve();
      });
    }
  } finally {
    await watch.close();
  }
}
