import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAtomically } from './write-atomically.ts';

/**
 * Keeps a folder of generated files out of git by a `.gitignore` inside it. One that is already
 * there is left as it is. Throws a `UserError` `cannot-write` when the system refuses.
 */
export async function ignoreFolder(folder: string): Promise<void> {
  const file = join(folder, '.gitignore');
  const exists = await access(file).then(
    () => true,
    () => false,
  );
  if (!exists) await writeAtomically(file, '*\n');
}
