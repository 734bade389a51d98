import { describe, expect, it } from 'vitest';
import { createLane, LaneClosedError } from '../../../../src/preview/session/lane.ts';

function start(idle: string[] = []) {
  const done: string[] = [];
  const errors: unknown[] = [];
  const lane = createLane(
    () => {
      const next = idle.shift();
      if (next === undefined) return null;
      return () => {
        done.push(next);
        return next === 'bad' ? Promise.reject(new Error('Bad.')) : Promise.resolve();
      };
    },
    (error) => errors.push(error),
  );
  const job = (name: string) => () => {
    done.push(`${name} begins`);
    return Promise.resolve().then(() => {
      done.push(`${name} ends`);
      return name;
    });
  };
  return { lane, job, idle, done, errors };
}

describe('a lane', () => {
  it('does one job at a time, in their order', async () => {
    const { lane, job, done } = start();
    expect(await Promise.all([lane.run(job('a')), lane.run(job('b'))])).toEqual(['a', 'b']);
    expect(done).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  });

  it('does idle work in between, one piece before each look for a job', async () => {
    const { lane, job, done } = start(['one', 'two', 'three']);
    lane.wake();
    await lane.run(job('a'));
    await lane.run(job('b'));
    expect(done.filter((name) => name.endsWith('ends'))).toEqual(['a ends', 'b ends']);
    expect(done.indexOf('b ends')).toBeLessThan(6);
    expect(done[0]).toBe('a begins');
  });

  it('gives an error to who asked, and tells one of idle work, and goes on', async () => {
    const { lane, job, done, errors } = start(['bad', 'good']);
    const failing = lane.run(() => Promise.reject(new Error('Mine.')));
    await expect(failing).rejects.toThrow('Mine.');
    expect(await lane.run(job('a'))).toBe('a');
    await until(() => done.includes('good'));
    expect(errors).toHaveLength(1);
    expect(done).toEqual(['a begins', 'a ends', 'bad', 'good']);
  });

  it('is woken again for idle work that came later', async () => {
    const { lane, job, idle, done } = start();
    await lane.run(job('a'));
    idle.push('later');
    lane.wake();
    await until(() => done.includes('later'));
    expect(done.at(-1)).toBe('later');
  });

  it('begins no idle work while it rests, but every job', async () => {
    const { lane, job, done } = start(['idle']);
    lane.rest(30);
    lane.wake();
    await lane.run(job('a'));
    await lane.run(job('b'));
    expect(done).not.toContain('idle');
    // To rest again doesn't put it off.
    lane.rest(60_000);
    await until(() => done.includes('idle'));
    expect(done.at(-1)).toBe('idle');
  });

  it('drops what waits when it is closed, and ends what is begun', async () => {
    const { lane, job, done } = start(['idle']);
    const begun = lane.run(job('a'));
    const waiting = lane.run(job('b'));
    const refused = expect(waiting).rejects.toThrow(LaneClosedError);
    await lane.close();
    expect(await begun).toBe('a');
    await refused;
    await expect(lane.run(job('c'))).rejects.toThrow(LaneClosedError);
    expect(done).toEqual(['a begins', 'a ends']);
  });
});

/** Resolves as soon as it holds, asked each time that the event loop comes round. */
function until(holds: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (holds()) resolve();
      else setImmediate(look);
    };
    look();
  });
}
