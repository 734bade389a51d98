import { constants, readFileSync, statSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../diagnostics/user-error.ts';
import { errorCode } from '../files/error-code.ts';
import { ignoreFolder } from '../files/ignore-folder.ts';
import { refuseLinkOut } from '../workspace/refuse-link-out.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { displayPath } from '../workspace/workspace.ts';

/** A line of the log: what became of one mail to one recipient. */
export interface SentEntry {
  /** ISO 8601 in UTC. */
  readonly when: string;
  readonly slug: string;
  /** The SHA-256 of the reader's mail of the issue as it then was. */
  readonly contentHash: string;
  readonly messageId: string;
  readonly to: string;
  readonly status: SentStatus;
  /** The server's last answer, or what happened when it gave none. */
  readonly answer: string;
}

/** `unknown`: handed over whole, but the server's answer never came. */
export type SentStatus = 'accepted' | 'rejected' | 'unknown';

/** The log as it is on disk. */
export interface SentLog {
  /** The oldest first. */
  readonly entries: readonly SentEntry[];
  /** How many lines can't be read: a crash may have cut one short. */
  readonly damaged: number;
}

/** The log, open for more; it only ever grows. */
export interface SentLogWriter {
  /** Adds a line and waits until it is on the disk itself. Throws a UserError when it can't be. */
  append(entry: SentEntry): Promise<void>;
  close(): Promise<void>;
}

/** Where the log is, relative to the workspace. */
export const sentLogPath = '.galley/sent.jsonl';

/**
 * Opens `.galley/sent.jsonl` for appending. Done before anything is sent, so that nothing goes out
 * that could not be written down. Throws a UserError `cannot-write` when the system refuses.
 */
export async function openSentLog(workspace: Workspace): Promise<SentLogWriter> {
  const file = logFile(workspace);
  for (const path of [workspace.stateDir, file]) refuseLinkOut(workspace, path);
  await ignoreFolder(workspace.stateDir);
  const refuse = (error: unknown) => asUserError(error, displayPath(workspace, file));
  const handle = await openForAppend(file).catch((error: unknown) => {
    throw refuse(error);
  });
  return {
    append: (entry) =>
      appendLine(handle, file, JSON.stringify(entry)).catch((error: unknown) => {
        throw refuse(error);
      }),
    close: () => handle.close(),
  };
}

/** Reads the log; a line that a crash or a hand has damaged is counted and left out. */
export function readSentLog(workspace: Workspace): SentLog {
  const lines = readText(logFile(workspace))
    .split('\n')
    .filter((line) => line.trim() !== '');
  const entries = lines.map(parseEntry).filter((entry) => entry !== null);
  return { entries, damaged: lines.length - entries.length };
}

// --- internal ---

function logFile({ stateDir }: Workspace): string {
  return join(stateDir, 'sent.jsonl');
}

async function openForAppend(file: string): Promise<FileHandle> {
  const { O_APPEND, O_CREAT, O_RDWR } = constants;
  const handle = await open(file, O_APPEND | O_CREAT | O_RDWR, 0o600);
  // Appending to a device or a pipe would keep nothing.
  if ((await handle.stat()).isFile()) return handle;
  await handle.close();
  throw noFile('written');
}

/** One write, so that lines of two processes don't mix; a torn last line gets its end first. */
async function appendLine(handle: FileHandle, file: string, line: string): Promise<void> {
  const { size } = await handle.stat();
  const last = Buffer.alloc(1);
  if (size > 0) await handle.read(last, 0, 1, size - 1);
  const start = size > 0 && last.toString() !== '\n' ? '\n' : '';
  const bytes = Buffer.from(`${start}${line}\n`);
  const { bytesWritten } = await handle.write(bytes);
  if (bytesWritten < bytes.length) {
    throw new UserError(
      'cannot-write',
      `"${file}" could be written only in part: the disk is full.`,
      'Free some space.',
    );
  }
  await handle.sync();
}

function readText(file: string): string {
  try {
    // Reading a pipe would wait for ever.
    if (!statSync(file).isFile()) throw noFile('read');
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return '';
    throw asUserError(error, sentLogPath, 'read');
  }
}

function parseEntry(line: string): SentEntry | null {
  try {
    const value: unknown = JSON.parse(line);
    return isEntry(value) ? value : null;
  } catch {
    return null;
  }
}

const statuses: readonly unknown[] = ['accepted', 'rejected', 'unknown'] satisfies SentStatus[];

function isEntry(value: unknown): value is SentEntry {
  if (typeof value !== 'object' || value === null) return false;
  const fields = Object.entries(value);
  const names = ['when', 'slug', 'contentHash', 'messageId', 'to', 'status', 'answer'];
  const isWhole = names.every((name) =>
    fields.some(([key, field]) => key === name && typeof field === 'string'),
  );
  return isWhole && fields.some(([key, field]) => key === 'status' && statuses.includes(field));
}

function noFile(verb: string): UserError {
  const message = `"${sentLogPath}" can't be ${verb}: it is no file.`;
  return new UserError('cannot-write', message, 'Remove it and try again.');
}

function asUserError(error: unknown, file: string, verb = 'written'): unknown {
  const code = errorCode(error);
  if (code === null) return error;
  const message = `"${file}" can't be ${verb}: the system answered ${code}.`;
  return new UserError('cannot-write', message, 'Check the disk and the folder, then try again.');
}
