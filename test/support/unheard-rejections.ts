import { afterAll, beforeAll } from 'vitest';

/** Takes away, for the tests around, what would report a promise that fails unheard as a failure. */
export function letRejectionsPass(): void {
  const listeners = process.listeners('unhandledRejection');
  beforeAll(() => {
    process.removeAllListeners('unhandledRejection');
  });
  afterAll(() => {
    for (const listener of listeners) process.on('unhandledRejection', listener);
  });
}
