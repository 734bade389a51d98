// The browser tests need a Chromium: finds one, installs one, or says what to do.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from './chromium.js';

if ((await findChromium()) === null) {
  const isRootOnDebian = process.getuid?.() === 0 && existsSync('/etc/debian_version');
  const steps = isRootOnDebian
    ? [
        ['apt-get', 'update'],
        ['apt-get', 'install', '--yes', '--no-install-recommends', 'chromium'],
      ]
    : [['npx', 'playwright-core', 'install', 'chromium']];
  console.error('No Chromium found: installing one for the browser tests.');
  for (const [command, ...args] of steps) {
    const { status } = spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
    if (status !== 0) break;
  }
  if ((await findChromium()) === null) {
    console.error(
      'The browser tests need Chromium, and it could not be installed.\n' +
        'Install Chromium or Chrome so that it is on the PATH, or set CHROMIUM_PATH to it.',
    );
    process.exit(1);
  }
}
