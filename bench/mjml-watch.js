// `mjml --watch`, and the moments at which it has written something new.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, watch } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { mjmlBin } from './paths.js';

/**
 * @typedef {object} MjmlWatch
 * @property {(text: string, source: string, part: number) => Promise<number>} timeSave milliseconds
 *   from before the source is written until the HTML on disk has the text. It looks for changes
 *   twice a second: `part`, from 0 to 1, says at which part of that half-second to write.
 * @property {() => Promise<void>} close
 */

/**
 * Runs it over one file in a folder.
 *
 * @param {string} folder
 * @param {string} source the MJML to begin with
 * @returns {Promise<MjmlWatch>}
 */
export async function watchMjml(folder, source) {
  const out = join(folder, 'out');
  await mkdir(out, { recursive: true });
  const [input, output] = [join(folder, 'letter.mjml'), join(out, 'letter.html')];
  await writeFile(input, source);
  const args = [mjmlBin, '--watch', input, '-o', output];
  const child = spawn(process.execPath, args, { cwd: folder, stdio: 'ignore' });
  const ended = once(child, 'close');

  const has = (text) => {
    try {
      return readFileSync(output, 'utf8').includes(text);
    } catch {
      return false;
    }
  };
  const until = (text) =>
    new Promise((resolve) => {
      const watcher = watch(out, () => {
        if (!has(text)) return;
        const now = Date.now();
        watcher.close();
        resolve(now);
      });
      if (has(text)) {
        watcher.close();
        resolve(Date.now());
      }
    });
  // It compiles what is there first.
  let last = await until('</html>');
  return {
    async timeSave(text, next, part) {
      const since = Date.now() - last;
      await pause(((part * period - since) % period) + period);
      const written = until(text);
      const start = Date.now();
      await writeFile(input, next);
      last = await written;
      return last - start;
    },
    async close() {
      child.kill();
      await ended;
    },
  };
}

// --- internal ---

/** Of its timer, in milliseconds. */
const period = 500;
