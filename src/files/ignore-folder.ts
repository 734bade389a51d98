import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { writeAtomically } from './write-atomically.ts';

/**
 * Keeps a folder of generated files out of git by a `.gitignore` inside it. One that is already
 * there is left as it is. Throws a `UserError` `cannot-write` when the system refuses.
 */
export async function ignoreFolder(folder: string): Promise<void> {
  const file = join(folder, '.gitignore');
  if (!existsSync(file)) await writeAtomically(file, '*\n');
}
