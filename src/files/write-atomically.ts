import { randomBytes } from 'node:crypto';
import * as sync from 'node:fs';
import { dirname, join } from 'node:path';
import { UserError } from '../diagnostics/user-error.ts';
import { errorCode } from './error-code.ts';

/** What writing needs of `node:fs/promises`. */
export interface WriteFileSystem {
  open(
    file: string,
    flags: string,
  ): Promise<{
    writeFile(content: Uint8Array | string): Promise<unknown>;
    sync(): Promise<unknown>;
    close(): Promise<unknown>;
  }>;
  rename(from: string, to: string): Promise<unknown>;
  unlink(file: string): Promise<unknown>;
  mkdir(folder: string, options: { readonly recursive: true }): Promise<unknown>;
}

export interface WriteOptions {
  /**
   * Waits until the content is on the disk itself, so that it also survives a power cut. For what
   * can't be made again, such as the log of sent mail; it costs a disk flush a file.
   */
  readonly durable?: boolean | undefined;
  readonly fs?: WriteFileSystem | undefined;
}

/** The names that `writeAtomically` gives its temporary files; a crash can leave one behind. */
export const TEMPORARY_NAME = /^\.galley-[0-9a-f]{18}\.tmp$/;

/**
 * Writes a file so that a reader, a crash or a full disk never sees half of it: into a temporary
 * file in the same folder, which then takes the name. Missing folders are made; a link of that name
 * is replaced, not followed. On any failure the temporary file is removed and the old file stands.
 *
 * Throws a `UserError` `cannot-write` when the system refuses.
 */
export async function writeAtomically(
  file: string,
  content: Uint8Array | string,
  options: WriteOptions = {},
): Promise<void> {
  const { fs = nodeFileSystem, durable = false } = options;
  const folder = dirname(file);
  const temporary = join(folder, temporaryName());
  try {
    const handle = await openInFolder(fs, temporary, folder);
    try {
      try {
        await handle.writeFile(content);
        if (durable) await handle.sync();
      } finally {
        await handle.close();
      }
      await fs.rename(temporary, file);
    } catch (error) {
      await fs.unlink(temporary).catch(() => undefined);
      throw error;
    }
    if (durable) await syncFolder(fs, folder);
  } catch (error) {
    throw writeError(error, file);
  }
}

/** A failure of the system as the `UserError` `cannot-write`; anything else as it is. */
export function writeError(error: unknown, file: string): unknown {
  const code = errorCode(error);
  if (code === null) return error;
  const [reason, hint] = explain(code);
  return new UserError('cannot-write', `"${file}" can't be written: ${reason}.`, hint, {
    cause: error,
  });
}

// --- internal ---

/**
 * Synchronous underneath: a small write takes some 50 µs, and a trip to the thread pool and back for
 * each step of it several times that.
 */
const nodeFileSystem: WriteFileSystem = {
  open: (file, flags) =>
    attempt(() => {
      const handle = sync.openSync(file, flags);
      return {
        writeFile: (content) =>
          attempt(() => {
            sync.writeFileSync(handle, content);
          }),
        sync: () =>
          attempt(() => {
            sync.fsyncSync(handle);
          }),
        close: () =>
          attempt(() => {
            sync.closeSync(handle);
          }),
      };
    }),
  rename: (from, to) =>
    attempt(() => {
      sync.renameSync(from, to);
    }),
  unlink: (file) =>
    attempt(() => {
      sync.unlinkSync(file);
    }),
  mkdir: (folder, options) => attempt(() => sync.mkdirSync(folder, options)),
};

function attempt<Result>(action: () => Result): Promise<Result> {
  return new Promise((resolve) => {
    resolve(action());
  });
}

// Without the target's own name, which may already be as long as the system allows.
function temporaryName(): string {
  return `.galley-${randomBytes(9).toString('hex')}.tmp`;
}

/** The folder nearly always exists, so it is made only when opening says that it doesn't. */
async function openInFolder(fs: WriteFileSystem, temporary: string, folder: string) {
  try {
    return await fs.open(temporary, 'wx');
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    await fs.mkdir(folder, { recursive: true });
    return await fs.open(temporary, 'wx');
  }
}

/** The rename itself is durable only with its folder; not every system can flush one. */
async function syncFolder(fs: WriteFileSystem, folder: string): Promise<void> {
  try {
    const handle = await fs.open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch {
    // The content is flushed; this was the best that the system offers.
  }
}

function explain(code: string): readonly [reason: string, hint: string] {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return ['the disk is full', 'Free some space and run the command again.'];
    case 'EROFS':
      return ['the disk is read-only', 'Use a workspace on a disk that can be written to.'];
    case 'EACCES':
    case 'EPERM':
      return ['this user may not write there', 'Check the permissions of the file and its folder.'];
    case 'ENOTDIR':
    case 'EEXIST':
      return ['a part of its path is a file, not a folder', 'Move that file away or rename it.'];
    case 'EISDIR':
      return ['a folder of that name is in the way', 'Move that folder away or rename it.'];
    case 'ENAMETOOLONG':
      return ['its name or path is too long', 'Choose a shorter name.'];
    default:
      return [`the system answered ${code}`, 'Check the disk and the folder, then try again.'];
  }
}
