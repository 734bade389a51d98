import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { makeTempFolder } from './make-temp-folder.ts';

/**
 * Runs TypeScript in a Node process of its own and returns what it prints. Imports are relative to
 * `folder`.
 */
export async function runInNode(
  code: string,
  folder: string,
  args: readonly string[] = [],
): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: folder, loader: 'ts' },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    logLevel: 'silent',
  });
  const file = join(await makeTempFolder(), 'main.mjs');
  await writeFile(file, outputFiles[0]?.contents ?? '');
  const { stdout } = await promisify(execFile)(process.execPath, [file, ...args], {
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout;
}
