import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runNode, takeTurns } from '../measuring.js';
import { galleyBin, mjmlBin, repository } from '../paths.js';
import { createWorkspace } from '../workspace.js';

/**
 * The most memory that one process held while it built one issue without any cache.
 *
 * @param {import('../run.js').Bench} bench
 * @returns {Promise<import('../measuring.js').Row[]>}
 */
export async function measureMemory({ folder, engine, smoke }) {
  const { root } = await createWorkspace(join(folder, 'memory'), 'yaml', 1);
  const source = join(folder, 'memory.mjml');
  const [letter] = await engine.openLetters(root);
  await writeFile(source, await letter.fill());

  const megabytes = await takeTurns(smoke ? 1 : 7, {
    galley: async () => {
      await rm(join(root, '.galley'), { recursive: true, force: true });
      return peakOf([galleyBin, 'build'], root);
    },
    mjml: () => peakOf([mjmlBin, source, '-o', join(folder, 'memory.html')], folder),
  });
  const beside = { what: 'mjml CLI', value: megabytes.mjml };
  return [{ what: 'one issue, no cache', value: megabytes.galley, unit: 'MB', beside, goal: 0.6 }];
}

// --- internal ---

const peakMemory = join(repository, 'bench', 'peak-memory.cjs');

function peakOf(args, cwd) {
  return Number(runNode([peakMemory, ...args], cwd).stdout) / 1e6;
}
