import { UserError } from '../diagnostics/user-error.ts';

/**
 * Tells errors on, but for what follows when Galley is installed or built anew while it runs: parts
 * that it loads when they are first needed are gone. That is explained, once.
 */
export function explainReplaced(onError: (error: unknown) => void): (error: unknown) => void {
  let isTold = false;
  return (error) => {
    if (!isMissingPart(error)) return onError(error);
    if (isTold) return;
    isTold = true;
    const message = 'Galley itself was installed or built anew while this preview runs.';
    const hint = 'End it with Ctrl-C and start it again: open tabs find their way back.';
    onError(new UserError('galley-replaced', message, hint, { cause: error }));
  };
}

// --- internal ---

/** Node says so of `import()` alone, by which nothing of an author's is loaded. */
function isMissingPart(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
}
