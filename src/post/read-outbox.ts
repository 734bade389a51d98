import { constants } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { lstat, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { resolveInside } from '../files/is-inside.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { outboxFolder } from './outbox.ts';

/** A mail in the outbox. */
export interface OutboxMail {
  /** Of the file in `out/outbox/`: `<time>-<slug>-<recipient>.eml`. */
  readonly name: string;
  /** When it was put there, ISO 8601 in UTC. */
  readonly when: string;
  readonly bytes: number;
}

/** A mail in the outbox, and how it begins. */
export interface OutboxHead extends OutboxMail {
  readonly head: Uint8Array;
}

/** The mails in the outbox, the newest first. */
export async function listOutbox(workspace: Workspace): Promise<readonly OutboxMail[]> {
  const folder = outboxFolder(workspace);
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  const mails = await Promise.all(
    names.map(async (name): Promise<OutboxMail | null> => {
      const when = readTime(name);
      const stats = when === null ? null : await lstat(join(folder, name)).catch(() => null);
      return when === null || stats === null ? null : { name, when, bytes: stats.size };
    }),
  );
  const found = mails.filter((mail) => mail !== null);
  return found.sort((a, b) => (a.name < b.name ? 1 : -1));
}

/** The first bytes of some of the mails that `listOutbox` names; empty where they can't be read. */
export async function readOutboxHeads(
  workspace: Workspace,
  mails: readonly OutboxMail[],
  most: number,
): Promise<readonly OutboxHead[]> {
  const heads: OutboxHead[] = [];
  // One after the other: there may be more of them than files may be open.
  for (const mail of mails) {
    const handle = await openListed(workspace, mail.name);
    const head = handle === null ? null : await readStart(handle, most);
    heads.push({ ...mail, head: head ?? new Uint8Array() });
  }
  return heads;
}

/** The bytes of a mail that `listOutbox` names, at most so many; null for any other name. */
export async function readOutboxMail(
  workspace: Workspace,
  name: string,
  most = Infinity,
): Promise<Uint8Array | null> {
  const handle = await openNamed(workspace, name);
  return handle && readStart(handle, most);
}

/** The same, all of it, as a stream: however large it is. */
export async function streamOutboxMail(
  workspace: Workspace,
  name: string,
): Promise<ReadableStream<Uint8Array> | null> {
  const handle = await openNamed(workspace, name);
  if (handle === null) return null;
  return Readable.toWeb(handle.createReadStream()) as ReadableStream<Uint8Array>;
}

// --- internal ---

/** The time in a name that `putInOutbox` may have given; null for any other. */
function readTime(name: string): string | null {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-[a-z0-9@._+-]+\.eml$/.exec(name);
  if (parts === null) return null;
  const [, year = '', month = '', day = '', hour = '', minute = '', second = '', ms = ''] = parts;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}Z`;
}

async function openNamed(workspace: Workspace, name: string): Promise<FileHandle | null> {
  if (readTime(name) === null) return null;
  const listed = await listOutbox(workspace);
  return listed.some((mail) => mail.name === name) ? openListed(workspace, name) : null;
}

async function openListed(workspace: Workspace, name: string): Promise<FileHandle | null> {
  const found = resolveInside(workspace.root, outboxFolder(workspace), name);
  if (!found.ok) return null;
  const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants;
  // What took the file's place since is not followed, nor waited for.
  const flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK;
  return open(found.file, flags).catch(() => null);
}

async function readStart(handle: FileHandle, most: number): Promise<Uint8Array | null> {
  try {
    const { size } = await handle.stat();
    const bytes = Buffer.alloc(Math.min(size, most));
    let read = 0;
    while (read < bytes.length) {
      const { bytesRead } = await handle.read(bytes, read, bytes.length - read, read);
      if (bytesRead === 0) break;
      read += bytesRead;
    }
    return bytes.subarray(0, read);
  } catch {
    return null;
  } finally {
    await handle.close();
  }
}
