// The few things every measure does: run, take the time, take turns, compare.
import { spawnSync } from 'node:child_process';

/**
 * @typedef {object} Row one figure, beside another or alone, and its goal
 * @property {string} what
 * @property {number} value
 * @property {'ms' | 'bytes' | 'MB'} unit
 * @property {{ what: string, value: number } | null} beside
 * @property {number | null} goal the highest ratio, or without a neighbour the highest value, that
 *   meets the goal
 */

/**
 * Runs `node` with arguments to its end.
 *
 * @param {readonly string[]} args
 * @param {string} cwd
 * @returns {{ ms: number, stdout: string }}
 */
export function runNode(args, cwd) {
  const start = performance.now();
  const { status, stdout, stderr, error } = spawnSync(process.execPath, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  const ms = performance.now() - start;
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}:\n${stderr}`);
  return { ms, stdout };
}

/**
 * Lets the contestants take turns, so that a slow minute of the machine falls on all of them, and
 * gives the median of what each returned.
 *
 * @template {string} Name
 * @param {number} rounds
 * @param {Readonly<Record<Name, (round: number) => number | Promise<number>>>} contestants
 * @returns {Promise<Record<Name, number>>}
 */
export async function takeTurns(rounds, contestants) {
  const figures = Object.entries(contestants).map(([name, run]) => ({ name, run, taken: [] }));
  for (let round = 1; round <= rounds; round++) {
    for (const { run, taken } of figures) taken.push(await run(round));
  }
  return Object.fromEntries(figures.map(({ name, taken }) => [name, median(taken)]));
}

/**
 * The time an action takes, in milliseconds.
 *
 * @param {() => unknown} action
 */
export async function timeOf(action) {
  const start = performance.now();
  await action();
  return performance.now() - start;
}

/** @param {readonly number[]} figures */
export function median(figures) {
  const sorted = figures.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
