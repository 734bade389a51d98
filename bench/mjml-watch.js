// `mjml --watch`, and the moments at which it has written something new.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, watch } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mjmlBin } from './paths.js';

/**
 * @typedef {object} MjmlWatch
 * @property {(text: string, source: string) => Promise<number>} timeSave milliseconds from before
 *   the source is written until the HTML on disk has the text
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
  await until('</html>');
  return {
    async timeSave(text, next) {
      const written = until(text);
      const start = Date.now();
      await writeFile(input, next);
      return (await written) - start;
    },
    async close() {
      child.kill();
      await ended;
    },
  };
}
