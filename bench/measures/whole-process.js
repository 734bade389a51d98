import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runNode, takeTurns } from '../measuring.js';
import { galleyBin, mjmlBin } from '../paths.js';
import { createWorkspace, slugOf } from '../workspace.js';

/**
 * `galley build` of one issue whose text has changed, with its message, from the start of the
 * process to its end.
 *
 * @param {import('../run.js').Bench} bench
 * @returns {Promise<import('../measuring.js').Row[]>}
 */
export async function measureWholeProcess({ folder, engine, smoke }) {
  const yaml = await createWorkspace(join(folder, 'one-yaml'), 'yaml', 1);
  const typed = await createWorkspace(join(folder, 'one-ts'), 'ts', 1);
  const mjmlFile = join(folder, 'one.mjml');
  let edition = 0;

  const build = async (workspace) => {
    await workspace.writeIssue(1, ++edition);
    const { ms, stdout } = runNode([galleyBin, 'build'], workspace.root);
    if (!/ written /.test(stdout)) throw new Error(`Nothing was written:\n${stdout}`);
    return ms;
  };
  const buildCold = async (workspace) => {
    await rm(join(workspace.root, '.galley'), { recursive: true, force: true });
    return build(workspace);
  };
  const mjml = async () => {
    const [letter] = await engine.openLetters(yaml.root);
    await writeFile(mjmlFile, await letter.fill());
    return runNode([mjmlBin, mjmlFile, '-o', join(folder, 'one.html')], folder).ms;
  };

  // Each once without counting: caches are filled, files are in memory.
  for (const run of [() => build(yaml), () => build(typed), mjml]) await run();
  const message = join(yaml.root, 'out', slugOf(1), 'email.eml');
  if (!existsSync(message)) throw new Error(`${message} is missing.`);

  const ms = await takeTurns(smoke ? 2 : 15, {
    yaml: () => build(yaml),
    mjml,
    typed: () => build(typed),
    node: () => runNode(['-e', ''], folder).ms,
  });
  const cold = await takeTurns(smoke ? 1 : 9, {
    yaml: () => buildCold(yaml),
    mjml,
    typed: () => buildCold(typed),
  });
  const besideMjml = { what: 'mjml CLI', value: ms.mjml };
  const besideCold = { what: 'mjml CLI', value: cold.mjml };
  const besideNode = { what: "node -e ''", value: ms.node };
  const row = (what, value, beside, goal) => ({ what, value, unit: 'ms', beside, goal });
  return [
    row('.yaml', ms.yaml, besideMjml, 0.35),
    row('.ts', ms.typed, besideMjml, 0.35),
    row('.yaml', ms.yaml, besideNode, 3),
    row('.ts', ms.typed, besideNode, 3),
    row('.yaml, no cache', cold.yaml, besideCold, 0.65),
    row('.ts, no cache', cold.typed, besideCold, 0.65),
  ];
}
