// Takes the pictures of the README: a built issue in a wide window, and in the dark on a phone; and
// the preview of it, light and dark. Run `npm start` first: it is out/2026-11/email.html that is
// shown, or the file that is named.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, stat } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { launchOptions } from './chromium.js';

const root = new URL('../', import.meta.url);
const letter = process.argv[2] ?? fileURLToPath(new URL('out/2026-11/email.html', root));
const folder = fileURLToPath(new URL('docs/images/', root));
const limit = 250_000;

const letters = [
  { file: 'letter.png', width: 760, height: 1404, colorScheme: 'light' },
  { file: 'letter-dark-phone.png', width: 375, height: 1462, colorScheme: 'dark' },
];
const beside = 'width=768&beside=mail&besideWidth=375';
const previews = [
  { file: 'preview.png', query: beside, colorScheme: 'light' },
  { file: 'preview-dark.png', query: `${beside}&look=dark`, colorScheme: 'dark' },
];

await mkdir(folder, { recursive: true });
const browser = await chromium.launch(await launchOptions());
const preview = await startPreview();
try {
  for (const { file, width, height, colorScheme } of letters) {
    const page = await browser.newPage({ viewport: { width, height }, colorScheme });
    await page.goto(pathToFileURL(letter).href);
    await take(page, file);
  }
  for (const { file, query, colorScheme } of previews) {
    const viewport = { width: 1440, height: 900 };
    const page = await browser.newPage({ viewport, colorScheme });
    await page.goto(`${preview.origin}/?issue=2026-11&${query}`);
    await page.locator('iframe:not(.coming)').nth(1).waitFor();
    // The list is complete when every issue was read.
    await page.getByText('Not read yet').first().waitFor({ state: 'detached' });
    await take(page, file);
  }
} finally {
  preview.end();
  await browser.close();
}

// --- internal ---

/** Takes a picture of a page, says how large it is, and closes the page. */
async function take(page, file) {
  await page.screenshot({ path: folder + file, animations: 'disabled' });
  const { width, height } = page.viewportSize();
  const { size } = await stat(folder + file);
  console.log(`docs/images/${file}: ${width} × ${height}, ${size} bytes`);
  if (size > limit) throw new Error(`${file} is larger than ${limit} bytes.`);
  await page.close();
}

/** Runs the preview of this repository's issues. */
async function startPreview() {
  const bin = fileURLToPath(new URL('dist/bin.js', root));
  const child = spawn(process.execPath, [bin, 'preview', '--no-open', '--port', '0'], {
    cwd: fileURLToPath(root),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [printed] = await once(child.stdout.setEncoding('utf8'), 'data');
  return { origin: new URL(printed.trim()).origin, end: () => child.kill('SIGINT') };
}
