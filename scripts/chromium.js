// Where the browser for tests and screenshots is.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The path of a Chromium: CHROMIUM_PATH, one on the PATH, or playwright's own; else null. */
export async function findChromium() {
  const { chromium } = await import('playwright-core');
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== '') return isExecutable(named) ? named : null;
  return [...onPath, ...PLACES, chromium.executablePath()].find(isExecutable) ?? null;
}

/** What playwright's `chromium.launch` needs to start it here, without a request to anywhere. */
export async function launchOptions() {
  const executablePath = await findChromium();
  if (executablePath === null) throw new Error('No Chromium: run node scripts/ensure-chromium.js');
  const isRoot = process.getuid?.() === 0;
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
  return { executablePath, args: isRoot ? ['--no-sandbox', ...quiet] : quiet };
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
