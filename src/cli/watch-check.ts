import { UserError } from '../diagnostics/user-error.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Io } from './io.ts';
import { createPalette, reportUserError } from './report.ts';

/**
 * Checks again after every save until Ctrl-C. A save during a check is followed by another. What ends
 * the first check ends the watch; later on it is told, since between two saves of an editor, or while
 * git changes branches, an issue may be gone for a moment.
 */
export async function watchCheck(
  workspace: Workspace,
  check: () => Promise<unknown>,
  { signal, stderr, env }: Io,
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
    for (let isFirst = true; !signal.aborted; isFirst = false) {
      // Set before the check, so that a save during it counts.
      isChanged = false;
      try {
        await check();
      } catch (error) {
        if (isFirst || !(error instanceof UserError)) throw error;
        reportUserError(error, stderr, createPalette(env, stderr));
      }
      await new Promise<void>((resolve) => {
        wake = resolve;
        if (isChanged || signal.aborted) resolve();
      });
    }
  } finally {
    await watch.close();
  }
}
