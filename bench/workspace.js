// Workspaces to build in: a config and letters to measure.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { makeIssue, toTypeScript, toYaml } from './issues.js';

/**
 * @typedef {object} Workspace
 * @property {string} root
 * @property {(seed: number, edition: number) => Promise<void>} writeIssue
 * @property {(seed: number, edition: number) => { file: string, text: string }} makeSource the
 *   source of an issue, absolute, and what `writeIssue` would write there
 */

/**
 * Makes a workspace with a config and the issues of the seeds from 1, all in one format.
 *
 * @param {string} root
 * @param {'yaml' | 'ts'} format
 * @param {number} count
 * @returns {Promise<Workspace>}
 */
export async function createWorkspace(root, format, count) {
  await mkdir(join(root, 'issues'), { recursive: true });
  const isYaml = format === 'yaml';
  const config = isYaml ? stringify(CONFIG) : typedConfig();
  await writeFile(join(root, `newsletter.config.${format}`), config);
  const makeSource = (seed, edition) => {
    const issue = makeIssue(seed, edition);
    const file = join(root, 'issues', `${slugOf(seed)}.${format}`);
    return { file, text: isYaml ? toYaml(issue) : toTypeScript(issue) };
  };
  const writeIssue = async (seed, edition) => {
    const { file, text } = makeSource(seed, edition);
    await writeFile(file, text);
  };
  for (let seed = 1; seed <= count; seed++) await writeIssue(seed, 0);
  return { root, writeIssue, makeSource };
}

/** @param {number} seed */
export function slugOf(seed) {
  return `letter-${String(seed).padStart(4, '0')}`;
}

// --- internal ---

const CONFIG = {
  name: 'Margin Letters',
  tagline: 'A monthly letter on small machines',
  url: 'https://letters.example',
  language: 'en',
  author: {
    name: 'Ada Example',
    bio: 'Writes one letter a month, in the evenings.',
    url: 'https://letters.example/ada',
    links: [
      { label: 'Archive', url: 'https://letters.example/archive' },
      { label: 'RSS feed', url: 'https://letters.example/feed.xml' },
    ],
  },
  from: { name: 'Margin Letters', address: 'ada@letters.example' },
  reason: 'You get this letter because you signed up at letters.example.',
  postalAddress: 'Margin Letters, 12 Example Lane, Exampleton',
  unsubscribe: {
    url: 'https://letters.example/unsubscribe',
    mailto: 'unsubscribe@letters.example',
  },
  listId: 'letter.letters.example',
  viewInBrowser: 'https://letters.example/{slug}/',
};

function typedConfig() {
  const config = JSON.stringify(CONFIG, null, 2);
  return `import { defineConfig } from 'galley';\n\nexport default defineConfig(${config});\n`;
}
