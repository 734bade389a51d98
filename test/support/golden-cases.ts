import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { plainConfig } from './plain-letter.ts';
import type { Attempt, WorkspaceFiles } from './print-issue.ts';
import { printFiles } from './print-issue.ts';

const golden = fileURLToPath(new URL('../golden', import.meta.url));
const expected = ['email.html', 'email.txt', 'headers.txt', 'report.txt', 'images'];

/** The names of the golden cases. */
export function goldenCases(): readonly string[] {
  return readdirSync(golden)
    .filter((name) => name !== 'diagnostics')
    .sort();
}

/** The folder of a golden case, absolute. */
export function goldenFolder(name: string): string {
  return join(golden, name);
}

/** The files of a case as those of a workspace with this one issue. */
export function goldenFiles(name: string): WorkspaceFiles {
  const files: Record<string, Uint8Array | string> = {
    'newsletter.config.json': JSON.stringify(plainConfig),
  };
  for (const file of readdirSync(goldenFolder(name))) {
    if (expected.includes(file)) continue;
    const isConfig = file.startsWith('newsletter.config.');
    if (isConfig) delete files['newsletter.config.json'];
    const path = isConfig ? file : `issues/${name}/${file}`;
    files[path] = readFileSync(join(goldenFolder(name), file));
  }
  return files;
}

/** Prints a golden case. */
export async function printGolden(name: string): Promise<Attempt> {
  const [attempt] = await printFiles(goldenFiles(name));
  if (attempt === undefined) throw new Error(`The golden case ${name} has no issue.`);
  return attempt;
}
