import { join } from 'node:path';
import { median, runNode, takeTurns } from '../measuring.js';
import { galleyBin } from '../paths.js';
import { createWorkspace } from '../workspace.js';

/**
 * `galley check` of many issues, from the start of the process to its end, and how long each rule
 * takes for an issue; the slowest of them are shown, and every one has to be under 5 ms.
 *
 * @param {import('../run.js').Bench} bench
 * @returns {Promise<import('../measuring.js').Row[]>}
 */
export async function measureCheck({ folder, engine, smoke, note }) {
  const count = smoke ? 5 : 100;
  const { root } = await createWorkspace(join(folder, 'check'), 'yaml', count);
  const check = () => runNode([galleyBin, 'check'], root).ms;
  // Once without counting: the theme is compiled, the archive is read.
  const cold = check();
  const ms = await takeTurns(smoke ? 1 : 7, {
    check,
    node: () => runNode(['-e', ''], folder).ms,
  });
  // Each round in a process that has warmed up is a fair one; the first would time the loading.
  const rounds = [];
  for (let round = 0; round < (smoke ? 2 : 6); round++) rounds.push(await engine.timeRules(root));
  const perRule = [...rounds[0].keys()].map((name) => {
    const times = rounds.slice(1).map((round) => round.get(name) / count);
    return { name, value: median(times) };
  });
  const slowest = perRule.sort((a, b) => b.value - a.value);
  const all = slowest.reduce((sum, { value }) => sum + value, 0);
  note(`All ${slowest.length} rules together: ${all.toFixed(2)} ms an issue.`);
  const row = (what, value, beside, goal) => ({ what, value, unit: 'ms', beside, goal });
  return [
    row(`${count} issues, no cache`, cold, { what: "node -e ''", value: ms.node }, null),
    row(`${count} issues`, ms.check, { what: "node -e ''", value: ms.node }, null),
    ...slowest.slice(0, 5).map(({ name, value }) => row(name, value, null, 5)),
  ];
}
