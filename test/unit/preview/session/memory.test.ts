import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { useLiveSessions } from '../../../support/live-session.ts';

const startSession = useLiveSessions();

describe('after many saves', () => {
  it('of a .ts issue, the memory is what it was', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const heap = () => {
      collect();
      return process.memoryUsage().heapUsed;
    };
    const issue = (round: number) => `const text = ${JSON.stringify('word '.repeat(3000))};
      export default {
        number: 1, date: '2026-11-02', subject: 'Round ${round}', preheader: 'A line.',
        sections: [
          { kind: 'intro', greeting: 'Hello,', body: text },
          { kind: 'sign-off', body: 'Bye.' },
        ],
      };`;
    const session = await startSession({ 'issues/one.ts': issue(0) });
    await session.read('one');
    const save = async (from: number, rounds: number) => {
      for (let round = from; round < from + rounds; round++) {
        const told = await session.save({ 'issues/one.ts': issue(round) });
        expect(told).toMatchObject([{ row: { facts: { subject: `Round ${round}` } } }]);
      }
    };
    await save(1, 40);
    const before = heap();
    await save(41, 200);
    // Each round would keep 15 KB of source, and some 100 KB of letter.
    expect(heap() - before).toBeLessThan(4_000_000);
  }, 60_000);
});
