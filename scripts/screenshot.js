// Takes the pictures of the README: a built issue in a wide window, and in the dark on a phone.
// Run `npm start` first: it is out/2026-11/email.html that is shown, or the file that is named.
import { mkdir, stat } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { launchOptions } from './chromium.js';

const root = new URL('../', import.meta.url);
const letter = process.argv[2] ?? fileURLToPath(new URL('out/2026-11/email.html', root));
const folder = fileURLToPath(new URL('docs/images/', root));
const limit = 250_000;

const pictures = [
  { file: 'letter.png', width: 760, height: 1404, colorScheme: 'light' },
  { file: 'letter-dark-phone.png', width: 375, height: 1462, colorScheme: 'dark' },
];

await mkdir(folder, { recursive: true });
const browser = await chromium.launch(await launchOptions());
try {
  for (const { file, width, height, colorScheme } of pictures) {
    const page = await browser.newPage({ viewport: { width, height }, colorScheme });
    await page.goto(pathToFileURL(letter).href);
    await page.screenshot({ path: folder + file, animations: 'disabled' });
    const { size } = await stat(folder + file);
    console.log(`docs/images/${file}: ${width} × ${height}, ${size} bytes`);
    if (size > limit) throw new Error(`${file} is larger than ${limit} bytes.`);
    await page.close();
  }
} finally {
  await browser.close();
}
