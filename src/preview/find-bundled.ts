import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A file or folder of `dist/`, wherever this module was bundled to. */
export function findBundled(name: string): string {
  for (let dir = dirname(fileURLToPath(import.meta.url)); ; dir = dirname(dir)) {
    const found = join(dir, 'dist', name);
    if (existsSync(found) || dirname(dir) === dir) return found;
  }
}
