import type { PreviewState } from '../model.ts';

/**
 * The slug of the newest issue; null while that is not known: until an issue was read, its name may
 * tell nothing of its date. While config or theme are broken none is read, and the first of the list
 * has to do.
 */
export function newestIssue({ issues, diagnostics }: PreviewState): string | null {
  const isBroken = diagnostics.some(({ severity }) => severity === 'error');
  const isUnknown = issues.some(({ slug, version }) => version === 0 && !isDated(slug));
  if (isUnknown && !isBroken) return null;
  const keyed = issues.map(({ slug, facts }) => ({
    slug,
    key: facts?.date ?? (isDated(slug) ? slug : ''),
    number: facts?.number ?? 0,
  }));
  const [newest] = keyed.sort((a, b) => {
    return a.key === b.key ? b.number - a.number : a.key < b.key ? 1 : -1;
  });
  return newest?.slug ?? null;
}

// --- internal ---

/** True for `2026-11` and `2026-11-02-autumn`. */
function isDated(slug: string): boolean {
  return /^\d{4}-\d{2}(?:-|$)/.test(slug);
}
