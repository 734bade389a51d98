import { execFile } from 'node:child_process';
import { cp, readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { galleyBin, smallConfig, smallIssue, writeFiles } from '../support/galley.ts';
import { makeTempFolder } from '../support/make-temp-folder.ts';

const repository = dirname(dirname(galleyBin));

/** A copy of Galley in which some files of `dist/` are missing. */
async function installWithout(pattern: RegExp): Promise<string> {
  const folder = await makeTempFolder();
  for (const part of ['dist', 'templates', 'package.json']) {
    await cp(join(repository, part), join(folder, part), { recursive: true });
  }
  const files = await readdir(join(folder, 'dist'), { recursive: true });
  const missing = files.filter((file) => pattern.test(file));
  expect(missing).not.toEqual([]);
  for (const file of missing) await rm(join(folder, 'dist', file));
  return join(folder, 'dist', 'bin.js');
}

/** What a first build writes, without a cache. */
async function buildFirst(bin: string, config = smallConfig): Promise<readonly Buffer[]> {
  const root = await makeTempFolder();
  const files = { 'newsletter.config.yaml': config, 'issues/first.yaml': smallIssue() };
  await writeFiles(root, files);
  await promisify(execFile)(process.execPath, [bin, 'build'], { cwd: root });
  const outputs = ['email.html', 'email.txt', 'email.eml'];
  return Promise.all(outputs.map((name) => readFile(join(root, 'out', 'first', name))));
}

describe('the built-in theme', () => {
  it('comes compiled: the first letter needs no compiler', async () => {
    const withoutCompiler = await installWithout(/chunks[/\\](?:compile|lib)-/);
    const withoutPrograms = await installWithout(/programs[/\\]/);
    const shipped = await buildFirst(withoutCompiler);
    expect(shipped).toEqual(await buildFirst(withoutPrograms));
    expect(shipped).toEqual(await buildFirst(galleyBin));
  });

  it('is compiled for who changes it', async () => {
    const config = `${smallConfig}theme: { text: '#123456' }\n`;
    const [html] = await buildFirst(galleyBin, config);
    expect(html?.toString()).toContain('#123456');
    const withoutCompiler = await installWithout(/chunks[/\\](?:compile|lib)-/);
    await expect(buildFirst(withoutCompiler, config)).rejects.toThrow(/Cannot find module/);
  });
});
