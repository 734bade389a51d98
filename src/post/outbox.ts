import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, link, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../diagnostics/user-error.ts';
import { errorCode } from '../files/error-code.ts';
import { ignoreFolder } from '../files/ignore-folder.ts';
import { writeAtomically } from '../files/write-atomically.ts';
import { refuseLinkOut } from '../workspace/refuse-link-out.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { displayPath } from '../workspace/workspace.ts';

/** What is put into the outbox. */
export interface MailToKeep {
  readonly slug: string;
  readonly to: string;
  readonly date: Date;
  readonly message: Uint8Array;
}

/**
 * Writes a mail to `out/outbox/`, whole or not at all and never over another, and returns its path
 * relative to the workspace. Throws a UserError `cannot-write` when the system refuses.
 */
export async function putInOutbox(workspace: Workspace, mail: MailToKeep): Promise<string> {
  const folder = outboxFolder(workspace);
  for (const path of [workspace.outDir, folder]) refuseLinkOut(workspace, path);
  await ignoreFolder(workspace.outDir);
  const half = join(folder, `.galley-${randomBytes(9).toString('hex')}.tmp`);
  await writeAtomically(half, mail.message);
  try {
    for (let count = 1; ; count++) {
      const file = join(folder, fileName(mail, count));
      if (await takeName(half, file)) return displayPath(workspace, file);
    }
  } finally {
    await unlink(half).catch(() => undefined);
  }
}

/** Where the outbox is; it may not be there yet. */
export function outboxFolder({ outDir }: Workspace): string {
  return join(outDir, 'outbox');
}

// --- internal ---

/** The time in a form that sorts, then what a person looks for; short enough for every system. */
function fileName({ slug, to, date }: MailToKeep, count: number): string {
  const time = date.toISOString().replace(/[-:.]/g, '');
  const recipient = to.toLowerCase().replace(/[^a-z0-9@._+-]/g, '_');
  const again = count === 1 ? '' : `-${count}`;
  return `${time}-${slug.slice(0, 100)}-${recipient.slice(0, 100)}${again}.eml`;
}

/** Gives a finished file its name, unless the name is taken. */
async function takeName(from: string, to: string): Promise<boolean> {
  try {
    // Unlike a rename, a link never takes the place of a file.
    await link(from, to).catch((error: unknown) => {
      if (errorCode(error) === 'EEXIST') throw error;
      // Not every disk knows links.
      return copyFile(from, to, constants.COPYFILE_EXCL);
    });
    return true;
  } catch (error) {
    const code = errorCode(error);
    if (code === null) throw error;
    if (code === 'EEXIST') return false;
    const message = `"${to}" can't be written: the system answered ${code}.`;
    throw new UserError('cannot-write', message, 'Check the disk and the folder, then try again.');
  }
}
