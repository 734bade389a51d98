import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { watchAside } from '../../src/preview/watch/watch-aside.ts';
import type { Watch } from '../../src/preview/watch/watch-paths.ts';
import { smallIssue, writeFiles } from '../support/galley.ts';
import { makeTempFolder } from '../support/make-temp-folder.ts';

const built = join(import.meta.dirname, '../../dist/watch-thread.js');
const one = 'issues/2026-01.yaml';

interface Aside {
  readonly watch: Watch;
  readonly root: string;
  readonly paths: string[];
  readonly errors: unknown[];
}

async function startAside(script = built): Promise<Aside> {
  const root = await makeTempFolder();
  await writeFiles(root, { [one]: smallIssue(1) });
  const [paths, errors]: [string[], unknown[]] = [[], []];
  const tell = (path: string) => paths.push(path.slice(root.length + 1));
  const watch = watchAside(script)(root, {
    onPath: tell,
    onFolder: tell,
    onError: (error) => errors.push(error),
  });
  onTestFinished(watch.close);
  return { watch, root, paths, errors };
}

describe('a watch in a thread of its own', () => {
  it('tells of what is written from the moment that it is ready', async () => {
    const { watch, root, paths, errors } = await startAside();
    await watch.ready;
    await writeFile(join(root, one), smallIssue(1, 'Other.'));
    await expect.poll(() => paths).toContain(one);
    await writeFiles(root, { 'issues/2026-02/issue.yaml': smallIssue(2) });
    await expect.poll(() => paths).toContain('issues/2026-02');
    expect(errors).toEqual([]);
  });

  it('tells nothing once it is closed, and can be closed before it is ready', async () => {
    const { watch, root, paths } = await startAside();
    await watch.ready;
    await watch.close();
    await writeFile(join(root, one), smallIssue(1, 'Unseen.'));
    const early = await startAside();
    await early.watch.close();
    await early.watch.ready;
    expect(paths).toEqual([]);
  });

  it('tells when its thread fails, and keeps nobody waiting', async () => {
    const { watch, errors } = await startAside(join(built, '..', 'missing.js'));
    await watch.ready;
    expect(errors.map(String)).toEqual([expect.stringContaining('missing.js')]);
  });
});
