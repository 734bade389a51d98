/** The code of a system error, such as `ENOENT`; null for anything else, which is a bug. */
export function errorCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string')
    return null;
  // Node's own argument errors are `ERR_…`.
  return /^E[A-Z0-9]+$/.test(error.code) ? error.code : null;
}
