import { setImmediate, setTimeout } from 'node:timers/promises';

/** One job at a time: those asked for in their order, and in between what there is to do anyway. */
export interface Lane {
  /** Runs a job after those that were asked for before. Rejects with its error, or when closed. */
  readonly run: <Result>(job: () => Promise<Result>) => Promise<Result>;
  /** Says that there may be idle work. */
  readonly wake: () => void;
  /** Begins no idle work for so many milliseconds, unless it rests already. */
  readonly rest: (milliseconds: number) => void;
  /** Drops what waits, and resolves when the job at hand is done. */
  readonly close: () => Promise<void>;
}

/** What a lane says to who still waits when it is closed. */
export class LaneClosedError extends Error {
  override readonly name = 'LaneClosedError';
}

/**
 * `nextIdle` gives the next piece of idle work, or null when there is none. It is asked each time
 * that nothing else waits, so the pieces should be small. An error in one is told, and the rest is
 * still done.
 */
export function createLane(
  nextIdle: () => (() => Promise<void>) | null,
  onError: (error: unknown) => void,
): Lane {
  const waiting: { readonly start: () => Promise<void>; readonly drop: () => void }[] = [];
  let closed = false;
  let working: Promise<void> | null = null;
  let isResting = false;
  return {
    run(job) {
      return new Promise((resolve, reject) => {
        const drop = () => {
          reject(new LaneClosedError('The session is closed.'));
        };
        if (closed) return drop();
        waiting.push({ start: () => job().then(resolve, reject), drop });
        wake();
      });
    },
    wake,
    rest(milliseconds) {
      if (isResting) return;
      isResting = true;
      void setTimeout(milliseconds, undefined, { ref: false }).then(() => {
        isResting = false;
        wake();
      });
    },
    async close() {
      closed = true;
      for (const { drop } of waiting.splice(0)) drop();
      await working;
    },
  };

  function wake(): void {
    if (closed) return;
    working ??= work().finally(() => {
      working = null;
      if (waiting.length > 0) wake();
    });
  }

  async function work(): Promise<void> {
    for (;;) {
      const next = waiting.shift();
      if (next !== undefined) {
        await next.start();
        continue;
      }
      // What was saved in the meantime comes in first.
      await setImmediate();
      if (closed) return;
      if (waiting.length > 0) continue;
      const idle = isResting ? null : nextIdle();
      if (idle === null) return;
      await idle().catch(onError);
    }
  }
}
