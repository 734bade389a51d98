import { join } from 'node:path';
import { runNode, takeTurns } from '../measuring.js';
import { galleyBin } from '../paths.js';
import { createWorkspace } from '../workspace.js';

/**
 * `galley list` and `galley add --no-fetch`, from the start of the process to its end, in a small
 * workspace and in a large one, of which everything has been read before; and a check of the large.
 *
 * @param {import('../run.js').Bench} bench
 * @returns {Promise<import('../measuring.js').Row[]>}
 */
export async function measureDesk({ folder, smoke }) {
  const counts = [3, smoke ? 20 : 500];
  const [few, many] = await Promise.all(
    counts.map((count) => createWorkspace(join(folder, `desk-${count}`), 'yaml', count)),
  );
  let added = 0;
  const list = ({ root }, count) => {
    const { ms, stdout } = runNode([galleyBin, 'list'], root);
    const lines = stdout.split('\n').length - 1;
    if (lines !== count + 1) throw new Error(`${lines} issues were listed, not ${count + 1}.`);
    return ms;
  };
  const add = ({ root }) => {
    const url = `https://links.example/${++added}`;
    const args = [galleyBin, 'add', url, '--no-fetch', '--title', `Link ${added}`];
    const { ms, stdout } = runNode(args, root);
    if (!stdout.includes(`Link ${added}`)) throw new Error(`Nothing was added:\n${stdout}`);
    return ms;
  };
  const check = ({ root }) => runNode([galleyBin, 'check'], root).ms;
  check(many);
  const checked = await takeTurns(smoke ? 1 : 3, {
    check: () => check(many),
    node: () => runNode(['-e', ''], folder).ms,
  });

  // Once without counting: all issues are read, and there is a draft to add to.
  for (const { root } of [few, many]) runNode([galleyBin, 'new', 'coming'], root);
  for (const workspace of [few, many]) add(workspace);

  const ms = await takeTurns(smoke ? 2 : 11, {
    listFew: () => list(few, counts[0]),
    listMany: () => list(many, counts[1]),
    addFew: () => add(few),
    addMany: () => add(many),
    node: () => runNode(['-e', ''], folder).ms,
  });
  const beside = { what: "node -e ''", value: ms.node };
  const row = (what, value, goal) => ({ what, value, unit: 'ms', beside, goal });
  return [
    row(`list, ${counts[0]} issues`, ms.listFew, null),
    row(`list, ${counts[1]} issues`, ms.listMany, null),
    row(`add, ${counts[0]} issues`, ms.addFew, null),
    row(`add, ${counts[1]} issues`, ms.addMany, null),
    {
      ...row(`check, ${counts[1]} issues`, checked.check, null),
      beside: { what: "node -e ''", value: checked.node },
    },
  ];
}
