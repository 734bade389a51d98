import { relative } from 'node:path';
import { stampFiles } from '../../press/manifest.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** Waits without keeping the process alive. */
export type Pause = (milliseconds: number) => Promise<void>;

export interface ReadAgain<Result> {
  readonly workspace: Workspace;
  readonly pause: Pause;
  /** The files that are known to be read, absolute, before they are. */
  readonly files: readonly string[];
  readonly read: () => Promise<Result>;
  readonly isSound: (result: Result) => boolean;
  readonly filesOf: (result: Result) => readonly string[];
}

/**
 * Reads files that were just written. Some editors empty a file before they write it, and large
 * ones are written bit by bit: what has errors is looked at again shortly, and read again as long
 * as its files still change.
 */
export async function readAgain<Result>(options: ReadAgain<Result>): Promise<Result> {
  const { workspace, pause, read, isSound, filesOf } = options;
  const stampsOf = (files: readonly string[]) => {
    return stampFiles(
      workspace.root,
      files.map((file) => relative(workspace.root, file)),
    );
  };
  let files = options.files;
  for (let tries = 1; ; tries++) {
    const before = stampsOf(files);
    const result = await read();
    if (isSound(result) || tries === mostTries) return result;
    files = [...new Set([...files, ...filesOf(result)])];
    const found = { ...stampsOf(files), ...before };
    await pause(againAfterMs);
    const now = stampsOf(files);
    if (Object.entries(found).every(([file, stamp]) => now[file] === stamp)) return result;
  }
}

/** How long an editor may take between emptying a file and writing it, in milliseconds. */
export const againAfterMs = 30;

// --- internal ---

/** A file that never comes to rest is told as it is. */
const mostTries = 8;
