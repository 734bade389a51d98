import { readFile, stat } from 'node:fs/promises';

/**
 * The text of a file whose lines are to be shown; null for one that can't be read, and for what is
 * no file, such as a pipe, which would keep us waiting.
 */
export async function readForFrame(file: string): Promise<string | null> {
  try {
    const stats = await stat(file);
    if (!stats.isFile() || stats.size > maxBytes) return null;
    return await readFile(file, 'utf8');
  } catch {
    return null;
  }
}

// --- internal ---

/** As much as a file with data may have: larger ones are reported without a frame. */
const maxBytes = 5_000_000;
