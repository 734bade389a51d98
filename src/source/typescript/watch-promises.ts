import { promiseHooks } from 'node:v8';

/** The promises that were made while a function ran. */
export interface MadePromises {
  /**
   * What those have failed with that nobody waits for, as far as they fail at once. Afterwards none
   * of them can end the process any more.
   */
  failures(): Promise<readonly unknown[]>;
}

/** Runs a function that waits for nothing, and keeps the promises that are made while it runs. */
export function watchPromises<Result>(run: () => Result): {
  readonly result: Result;
  readonly made: MadePromises;
} {
  const promises: Promise<unknown>[] = [];
  const stop = promiseHooks.onInit((promise: Promise<unknown>) => {
    promises.push(promise);
  }) as () => void;
  try {
    return { result: run(), made: { failures: () => failuresOf(promises) } };
  } finally {
    stop();
  }
}

// --- internal ---

/** On a promise of an author's: another file that is read meanwhile must not take it for Galley's. */
const MADE = Symbol.for('galley.made-by-a-file');

async function failuresOf(promises: readonly Promise<unknown>[]): Promise<readonly unknown[]> {
  if (promises.length === 0) return [];
  const failures: unknown[] = [];
  const others: unknown[] = [];
  for (const promise of promises) Reflect.defineProperty(promise, MADE, { value: true });
  const hear = (reason: unknown, promise: Promise<unknown>): void => {
    if (promises.includes(promise)) failures.push(reason);
    else if (!(MADE in promise)) others.push(reason);
  };
  const { process: host } = globalThis;
  host.on('unhandledRejection', hear);
  try {
    // Node tells of them before the next turn begins.
    await new Promise((resolve) => setImmediate(resolve));
  } finally {
    host.off('unhandledRejection', hear);
  }
  await withoutWarning(() => {
    for (const promise of promises) void promise.then(undefined, () => undefined);
  }, failures.length > 0);
  // With no other listener they would have ended the process, and that is not for this room to stop.
  if (host.listenerCount('unhandledRejection') === 0) others.forEach(throwLater);
  return failures;
}

/** Node warns of what is taken care of after it was told, unless someone listens. */
async function withoutWarning(takeCare: () => void, isTold: boolean): Promise<void> {
  takeCare();
  if (!isTold) return;
  const { process: host } = globalThis;
  const ignore = () => undefined;
  host.on('rejectionHandled', ignore);
  await new Promise((resolve) => setImmediate(resolve));
  host.off('rejectionHandled', ignore);
}

function throwLater(reason: unknown): void {
  setImmediate(() => {
    throw reason;
  });
}
