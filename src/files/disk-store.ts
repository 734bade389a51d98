import { readFileSync } from 'node:fs';
import { readdir, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../diagnostics/user-error.ts';
import { errorCode } from './error-code.ts';
import { sha256 } from './hash.ts';
import { ignoreFolder } from './ignore-folder.ts';
import type { Store } from './store.ts';
import { TEMPORARY_NAME, writeAtomically } from './write-atomically.ts';

export interface DiskStore extends Store {
  /**
   * Deletes the entries written longest ago until at most this many are left, and returns how many
   * went. Other files in the folder are never touched.
   */
  prune(maxEntries: number): Promise<number>;
}

export interface DiskStoreOptions {
  /** A folder to keep out of git, such as the `.galley` that the store is in. */
  readonly ignoreFolder?: string | undefined;
}

/**
 * A store with one file an entry, safe for several processes at once. Each file begins with the
 * SHA-256 of its rest, which is the key as JSON, a line break and the text: an entry that was cut
 * short, edited or moved is null. It is a cache, so a disk that can't be written to is no error:
 * `set` then does nothing.
 */
export function createDiskStore(folder: string, options: DiskStoreOptions = {}): DiskStore {
  let ignored = options.ignoreFolder === undefined;
  return {
    get(key) {
      const content = readEntry(join(folder, entryName(key)));
      return Promise.resolve(content === null ? null : parseEntry(key, content));
    },
    async set(key, text) {
      // UTF-8 can't hold a lone surrogate: what came back would not be what was kept.
      if (/\p{Surrogate}/u.test(key + text)) return;
      try {
        if (!ignored && options.ignoreFolder !== undefined) {
          await ignoreFolder(options.ignoreFolder);
          ignored = true;
        }
        await writeAtomically(join(folder, entryName(key)), formatEntry(key, text));
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
      }
    },
    prune: (maxEntries) => pruneFolder(folder, maxEntries),
  };
}

// --- internal ---

const ENTRY_NAME = /^[0-9a-f]{40}\.entry$/;

function entryName(key: string): string {
  return `${sha256(key).slice(0, 40)}.entry`;
}

function formatEntry(key: string, text: string): string {
  const rest = `${JSON.stringify(key)}\n${text}`;
  return `${sha256(rest)}\n${rest}`;
}

function parseEntry(key: string, content: Buffer): string | null {
  const end = content.indexOf('\n');
  if (end !== 64 || content.toString('latin1', 0, end) !== sha256(content.subarray(end + 1))) {
    return null;
  }
  const rest = content.toString('utf8', end + 1);
  const start = `${JSON.stringify(key)}\n`;
  return rest.startsWith(start) ? rest.slice(start.length) : null;
}

/** Synchronous: handing a file of this size to a thread takes longer than reading it. */
function readEntry(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return null;
  }
}

async function pruneFolder(folder: string, maxEntries: number): Promise<number> {
  const names = await readdir(folder).catch(() => []);
  // What a crash left half-written counts as an entry; one being written now is the newest.
  const ours = names.filter((name) => ENTRY_NAME.test(name) || TEMPORARY_NAME.test(name));
  if (ours.length <= maxEntries) return 0;
  const entries = await Promise.all(
    ours.map(async (name) => {
      const file = join(folder, name);
      // Another process may have removed it since.
      const time = await stat(file).then(
        (stats) => stats.mtimeMs,
        () => 0,
      );
      return { file, time };
    }),
  );
  entries.sort((a, b) => a.time - b.time);
  const removed = await Promise.all(
    entries.slice(0, entries.length - maxEntries).map(({ file }) =>
      unlink(file).then(
        () => true,
        () => false,
      ),
    ),
  );
  return removed.filter(Boolean).length;
}
