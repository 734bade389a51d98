import { execFile } from 'node:child_process';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { makeTempFolder } from './make-temp-folder.ts';

/** Prints the issues of a folder in a Node process of its own: the SHA-256 of each message. */
export async function printInNode(root: string): Promise<Readonly<Record<string, string>>> {
  const repository = fileURLToPath(new URL('../..', import.meta.url));
  const folder = await makeTempFolder();
  // Found from the bundle as they would be from the sources.
  for (const name of ['node_modules', 'templates']) {
    await symlink(join(repository, name), join(folder, name), 'dir');
  }
  await build({
    stdin: { contents: script, resolveDir: join(repository, 'test', 'support'), loader: 'ts' },
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    outfile: join(folder, 'main.mjs'),
    logLevel: 'silent',
  });
  // Another place and another time of day, which must not show.
  const env = {
    ...process.env,
    TZ: 'Pacific/Auckland',
    LANG: 'tr_TR.UTF-8',
    LC_ALL: 'tr_TR.UTF-8',
  };
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, [join(folder, 'main.mjs'), root], { env });
  return JSON.parse(stdout) as Record<string, string>;
}

// --- internal ---

const script = `
import { sha256 } from '../../src/files/hash.ts';
import { letterOf, printFolder } from './print-issue.ts';

const letters = (await printFolder(process.argv[2])).map(letterOf);
console.log(JSON.stringify(Object.fromEntries(letters.map(({ slug, eml }) => [slug, sha256(eml)]))));
`;
