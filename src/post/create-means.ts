import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Pace, SendMeans } from './send-mail.ts';

/** What a send needs of the world, as it is. */
export function createMeans(
  signal: AbortSignal,
  pace: Pace = realPace,
  onEvent?: SendMeans['onEvent'],
): SendMeans {
  return {
    signal,
    now: () => new Date(),
    newId: () => randomBytes(16).toString('hex'),
    pace,
    onEvent,
  };
}

// --- internal ---

const realPace: Pace = {
  timers: {
    now: () => performance.now(),
    wait: (ms, signal) => setTimeout(ms, undefined, { signal }),
    random: Math.random,
  },
};
