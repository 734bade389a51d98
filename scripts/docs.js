// `npm run docs`: writes the pages that are made from the code. Build first.
import { mkdir, writeFile } from 'node:fs/promises';
import { referencePages } from './docs/pages.js';

await mkdir(new URL('../docs/reference/', import.meta.url), { recursive: true });
for (const { path, text } of await referencePages()) {
  await writeFile(new URL(`../${path}`, import.meta.url), text);
}
