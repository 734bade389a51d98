import type { OutboxHead, OutboxMail } from '../../post/read-outbox.ts';
import {
  listOutbox,
  readOutboxHeads,
  readOutboxMail,
  streamOutboxMail,
} from '../../post/read-outbox.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** The outbox of a workspace, as it is on disk at each question. */
export interface Outbox {
  /** The newest first. */
  readonly list: () => Promise<readonly OutboxMail[]>;
  readonly readHeads: (
    mails: readonly OutboxMail[],
    most: number,
  ) => Promise<readonly OutboxHead[]>;
  /** The first bytes of a mail; null for a name that is not in the list. */
  readonly read: (name: string, most: number) => Promise<Uint8Array | null>;
  /** All of it. */
  readonly stream: (name: string) => Promise<ReadableStream<Uint8Array> | null>;
}

/** Opens nothing: each question looks anew. */
export function createOutbox(workspace: Workspace): Outbox {
  return {
    list: () => listOutbox(workspace),
    readHeads: (mails, most) => readOutboxHeads(workspace, mails, most),
    read: (name, most) => readOutboxMail(workspace, name, most),
    stream: (name) => streamOutboxMail(workspace, name),
  };
}
