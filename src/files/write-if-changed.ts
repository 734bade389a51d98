import { readFileSync, statSync } from 'node:fs';
import { errorCode } from './error-code.ts';
import { writeAtomically, type WriteOptions } from './write-atomically.ts';

/**
 * Writes a file, atomically, only when its bytes differ from what is there: an unchanged file
 * keeps its time, so that watchers and backups stay quiet. Throws as `writeAtomically` does.
 */
export async function writeIfChanged(
  file: string,
  content: Uint8Array | string,
  options: WriteOptions = {},
): Promise<'written' | 'unchanged'> {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  if (holds(file, bytes)) return 'unchanged';
  await writeAtomically(file, bytes, options);
  return 'written';
}

// --- internal ---

function holds(file: string, bytes: Uint8Array): boolean {
  try {
    const size = statSync(file, { throwIfNoEntry: false })?.size;
    if (size !== bytes.byteLength) return false;
    return readFileSync(file).equals(bytes);
  } catch (error) {
    // What can't be read is not known to be the same; writing then says what is wrong, if anything.
    if (errorCode(error) === null) throw error;
    return false;
  }
}
