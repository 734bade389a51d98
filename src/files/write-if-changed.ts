import { readFile, stat } from 'node:fs/promises';
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
  if (await holds(file, bytes)) return 'unchanged';
  await writeAtomically(file, bytes, options);
  return 'written';
}

// --- internal ---

async function holds(file: string, bytes: Uint8Array): Promise<boolean> {
  try {
    const { size } = await stat(file);
    if (size !== bytes.byteLength) return false;
    return (await readFile(file)).equals(bytes);
  } catch (error) {
    // What can't be read is not known to be the same; writing then says what is wrong, if anything.
    if (errorCode(error) === null) throw error;
    return false;
  }
}
