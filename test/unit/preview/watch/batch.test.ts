import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Batch } from '../../../../src/preview/watch/batch.ts';
import { createBatch } from '../../../../src/preview/watch/batch.ts';

describe('a batch', () => {
  let given: (readonly string[])[] = [];
  let batch: Batch;
  beforeEach(() => {
    vi.useFakeTimers();
    given = [];
    batch = createBatch((paths) => given.push(paths));
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is given once it is quiet, each path once', () => {
    batch.add('a');
    vi.advanceTimersByTime(3);
    batch.add('b');
    batch.add('a');
    vi.advanceTimersByTime(3);
    expect(given).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(given).toEqual([['a', 'b']]);
    vi.advanceTimersByTime(1000);
    expect(given).toHaveLength(1);
  });

  it('is given in time when it is never quiet', () => {
    for (let passed = 0; passed < 60; passed++) {
      batch.add('a');
      vi.advanceTimersByTime(1);
    }
    expect(given).toEqual([['a'], ['a']]);
  });

  it('gives again later what may still change', () => {
    batch.add('a');
    batch.addLater('a');
    vi.advanceTimersByTime(1000);
    expect(given).toEqual([['a'], ['a']]);
  });

  it('gives nothing more once it is closed, and leaves no timer', () => {
    batch.add('a');
    batch.addLater('b');
    batch.close();
    expect(vi.getTimerCount()).toBe(0);
  });
});
