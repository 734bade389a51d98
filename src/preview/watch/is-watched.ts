import { relative, sep } from 'node:path';

/** True for what can have a part in an issue: no output, no packages, nothing hidden but `.env`. */
export function isWatched(root: string, path: string): boolean {
  const way = relative(root, path);
  if (way === '' || way === '.env') return true;
  const steps = way.split(sep);
  // Editors keep the text before the last save in such a file.
  if (steps[0] === 'out' || way.endsWith('~')) return false;
  return !steps.some((step) => step.startsWith('.') || step === 'node_modules');
}
