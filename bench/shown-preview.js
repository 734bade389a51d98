// A `galley preview` in a browser, and the moments at which it has painted something new.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { galleyBin } from './paths.js';

/**
 * @typedef {object} ShownPreview
 * @property {(text: string, write: () => Promise<void>) => Promise<number>} timeSave
 *   milliseconds from before the write until the browser has painted the text
 * @property {() => Promise<void>} settled resolves when every issue was read again since the last
 *   time, or for the first time
 * @property {() => Promise<void>} close
 */

/**
 * Runs the preview of a workspace and opens an issue in a tab.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {string} root
 * @param {string} slug
 * @returns {Promise<ShownPreview>}
 */
export async function showPreview(browser, root, slug) {
  const args = [galleyBin, 'preview', slug, '--no-open', '--port', '0'];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'close');
  const [printed] = await once(child.stdout.setEncoding('utf8'), 'data');
  const address = printed.trim();
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.addInitScript(watchPaint);
  await page.goto(address);
  await page.waitForSelector('mail-frame iframe:not(.coming)');

  const readVersions = async () => {
    const response = await fetch(new URL('/api/state', address));
    const { issues } = await response.json();
    return issues.map(({ version }) => version);
  };
  let newest = 0;
  return {
    async timeSave(text, write) {
      // What the last save led to is over by then.
      await pause(200);
      // Answered by the page itself, with the clock that this process has, too.
      const painted = page.evaluate((wanted) => window.painted(wanted), text);
      await page.evaluate(() => null);
      const start = Date.now();
      await write();
      return (await painted) - start;
    },
    async settled() {
      for (;;) {
        const versions = await readVersions();
        if (Math.min(...versions) > newest) {
          newest = Math.max(...versions);
          return;
        }
        await pause(100);
      }
    },
    async close() {
      await page.close();
      child.kill('SIGINT');
      await ended;
    },
  };
}

// --- internal ---

/** Runs in the page: `painted` gives the time at which a text of the mail was on the screen. */
function watchPaint() {
  window.painted = (text) =>
    new Promise((resolve) => {
      const look = () => {
        const mail = document.querySelector('iframe:not(.coming)').contentDocument;
        if (!mail.body.textContent.includes(text)) return;
        document.removeEventListener('galley:drawn', look);
        // A task after the next frame: by then it is painted.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(Date.now());
          port2.postMessage(null);
        });
      };
      document.addEventListener('galley:drawn', look);
    });
}
