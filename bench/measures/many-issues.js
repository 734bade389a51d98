import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import mjml2html from 'mjml';
import { runNode, takeTurns, timeOf } from '../measuring.js';
import { galleyBin } from '../paths.js';
import { createWorkspace } from '../workspace.js';

/**
 * A thousand issues in one `galley build` without any cache, and once more when nothing has
 * changed; beside MJML in a process that has loaded it and has the templates filled in.
 *
 * @param {import('../run.js').Bench} bench
 * @returns {Promise<import('../measuring.js').Row[]>}
 */
export async function measureManyIssues({ folder, engine, smoke }) {
  const count = smoke ? 40 : 1000;
  const { root } = await createWorkspace(join(folder, 'many'), 'yaml', count);
  const sources = [];
  for (const letter of await engine.openLetters(root)) sources.push(await letter.fill());

  const build = (status) => {
    const { ms, stdout } = runNode([galleyBin, 'build'], root);
    const done = stdout.match(new RegExp(` ${status} `, 'g'))?.length ?? 0;
    if (done !== count) throw new Error(`${done} of ${count} issues were ${status}.`);
    return ms;
  };
  const ms = await takeTurns(smoke ? 1 : 3, {
    first: async () => {
      await rm(join(root, '.galley'), { recursive: true, force: true });
      await rm(join(root, 'out'), { recursive: true, force: true });
      return build('written');
    },
    again: () => build('unchanged'),
    mjml: () =>
      timeOf(async () => {
        for (const source of sources) await mjml2html(source, { fonts: {} });
      }),
  });
  const name = `${count.toLocaleString('en')} issues`;
  const besideMjml = { what: 'mjml2html', value: ms.mjml };
  const besideFirst = { what: 'the first build', value: ms.first };
  return [
    { what: name, value: ms.first, unit: 'ms', beside: besideMjml, goal: 0.22 },
    { what: `${name}, unchanged`, value: ms.again, unit: 'ms', beside: besideFirst, goal: 0.2 },
  ];
}
