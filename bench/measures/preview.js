import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { launchOptions } from '../../scripts/chromium.js';
import { editionName } from '../issues.js';
import { takeTurns } from '../measuring.js';
import { watchMjml } from '../mjml-watch.js';
import { repository } from '../paths.js';
import { showPreview } from '../shown-preview.js';
import { createWorkspace, slugOf } from '../workspace.js';

/**
 * From the save of a file until the preview has painted the new text, in a small workspace and in a
 * large one; beside `mjml --watch`, from the save until its HTML is written.
 *
 * @param {import('../run.js').Bench} bench
 * @returns {Promise<import('../measuring.js').Row[]>}
 */
export async function measurePreview({ folder, engine, smoke }) {
  const [few, many] = smoke ? [2, 6] : [3, 500];
  const rounds = smoke ? 2 : 20;
  const browser = await chromium.launch(await launchOptions());
  const small = await openWorkspace(browser, join(folder, 'preview-few'), few);
  const large = await openWorkspace(browser, join(folder, 'preview-many'), many);
  const [letter] = await engine.openLetters(small.root);
  const source = await letter.fill();
  const mjml = await watchMjml(join(folder, 'preview-mjml'), source);
  try {
    const saveMjml = (round) => {
      const text = `Draft ${editionName(round)} `;
      const part = (round % rounds) / rounds;
      return mjml.timeSave(text, source.replace(/Draft dr\w\w /, text), part);
    };
    // Each once without counting.
    for (const save of [small.saveIssue, large.saveIssue, saveMjml]) await save(rounds + 1);
    const issue = await takeTurns(rounds, {
      small: small.saveIssue,
      large: large.saveIssue,
      mjml: saveMjml,
    });
    for (const save of [small.saveTemplate, large.saveTemplate]) await save(rounds + 1);
    const template = await takeTurns(rounds, {
      small: small.saveTemplate,
      large: large.saveTemplate,
      mjml: (round) => saveMjml(rounds + 1 + round),
    });
    const watch = (value) => ({ what: 'mjml --watch', value });
    const first = (value) => ({ what: `at ${few} issues`, value });
    const row = (what, value, beside, goal) => ({ what, value, unit: 'ms', beside, goal });
    return [
      row(`issue, ${few} issues`, issue.small, watch(issue.mjml), 0.25),
      row(`issue, ${many} issues`, issue.large, watch(issue.mjml), 0.25),
      row(`issue, ${many} issues`, issue.large, first(issue.small), 1.2),
      row(`template, ${few} issues`, template.small, watch(template.mjml), null),
      row(`template, ${many} issues`, template.large, watch(template.mjml), null),
      row(`template, ${many} issues`, template.large, first(template.small), 1.2),
    ];
  } finally {
    await mjml.close();
    await Promise.all([small.close(), large.close()]);
    await browser.close();
  }
}

// --- internal ---

const templatePath = join('templates', 'default', 'layouts', 'footer.mjml.hbs');

/** A workspace in the preview, with its newest issue open and all of them read. */
async function openWorkspace(browser, root, count) {
  const workspace = await createWorkspace(root, 'yaml', count);
  const template = await readFile(join(repository, templatePath), 'utf8');
  const ownTemplate = join(root, templatePath);
  await mkdir(dirname(ownTemplate), { recursive: true });
  await writeFile(ownTemplate, template);
  const preview = await showPreview(browser, root, slugOf(count));
  await preview.settled();
  return {
    root,
    saveIssue(round) {
      const { file, text } = workspace.makeSource(count, round);
      return preview.timeSave(`Draft ${editionName(round)} `, () => writeFile(file, text));
    },
    async saveTemplate(round) {
      const text = `Footer ${editionName(round)}.`;
      const next = template.replace('{{publication.name}}', `$& ${text}`);
      const ms = await preview.timeSave(text, () => writeFile(ownTemplate, next));
      // All the other issues are drawn again, too, which must not slow down who is next.
      await preview.settled();
      return ms;
    },
    close: preview.close,
  };
}
