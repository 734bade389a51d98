import { join } from 'node:path';
import mjml2html from 'mjml';
import { takeTurns, timeOf } from '../measuring.js';
import { createWorkspace } from '../workspace.js';

/**
 * Rendering one issue in a process that is warm: its Markdown parsed, its HTML and text made; no
 * files, no message.
 *
 * @param {import('../run.js').Bench} bench
 * @returns {Promise<import('../measuring.js').Row[]>}
 */
export async function measureRender({ folder, engine, smoke }) {
  const count = smoke ? 5 : 20;
  const { root } = await createWorkspace(join(folder, 'render'), 'yaml', count);
  const program = await engine.openProgram(root);
  const letters = await engine.openLetters(root);
  const sources = await Promise.all(letters.map((letter) => letter.fill()));

  const render = () => letters.forEach((letter) => letter.render(program));
  const convert = async () => {
    for (const source of sources) await mjml2html(source, { fonts: {} });
  };
  // Until the compiler of the engine has seen it all.
  for (let warmUp = 0; warmUp < 4; warmUp++) {
    await convert();
    for (let more = 0; more < 10; more++) render();
  }
  const ms = await takeTurns(smoke ? 3 : 21, {
    galley: async () => (await timeOf(render)) / count,
    mjml: async () => (await timeOf(convert)) / count,
  });
  const beside = { what: 'mjml2html', value: ms.mjml };
  return [{ what: 'render', value: ms.galley, unit: 'ms', beside, goal: 0.08 }];
}
