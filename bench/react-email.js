// The same letter in react-email, which is installed into a temporary folder for the occasion.
import { spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { makeLetter } from './react-email-letter.js';

/**
 * The HTML that react-email makes of an issue; null where npm can't install it.
 *
 * @param {ReturnType<typeof import('./issues.js').makeIssue>} issue
 * @param {string} folder
 * @returns {Promise<string | null>}
 */
export async function renderWithReactEmail(issue, folder) {
  if (!(await install(folder))) return null;
  const require = createRequire(join(folder, 'package.json'));
  const { createElement } = require('react');
  const { render } = require('@react-email/render');
  return render(makeLetter(issue, createElement, require('@react-email/components')));
}

// --- internal ---

const PACKAGES = [
  '@react-email/components@1.0.12',
  '@react-email/render@2.3.1',
  'react@19.3.1',
  'react-dom@19.3.1',
];

async function install(folder) {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), '{ "private": true }');
  const args = ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...PACKAGES];
  // On Windows npm is a script, which only a shell starts.
  const options = { cwd: folder, stdio: 'ignore', timeout: 120_000 };
  const { status } = spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  return status === 0;
}
