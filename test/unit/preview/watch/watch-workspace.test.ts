import { symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { cp, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Watch } from '../../../../src/preview/watch/watch-workspace.ts';
import { watchWorkspace } from '../../../../src/preview/watch/watch-workspace.ts';
import { smallIssue, writeFiles } from '../../../support/galley.ts';
import { writeOver } from '../../../support/live-session.ts';
import { makePng } from '../../../support/make-image.ts';
import { makeTempFolder } from '../../../support/make-temp-folder.ts';

interface Watched extends Watch {
  readonly root: string;
  readonly batches: readonly (readonly string[])[];
  /** Does something, and resolves when the path was told after it; fails after five seconds. */
  readonly sees: (path: string, act: () => unknown) => Promise<void>;
}

const one = 'issues/2026-01.yaml';

async function startWatch(root: string): Promise<Watched> {
  const batches: (readonly string[])[] = [];
  const errors: unknown[] = [];
  let told = (): void => undefined;
  const watch = watchWorkspace(root, {
    onChange: (paths) => {
      batches.push(paths.map((path) => path.slice(root.length + 1).replaceAll('\\', '/')));
      told();
    },
    onError: (error) => errors.push(error),
  });
  onTestFinished(async () => {
    await watch.close();
    expect(errors).toEqual([]);
  });
  await watch.ready;
  const sees: Watched['sees'] = async (path, act) => {
    const from = batches.length;
    const seen = new Promise<void>((resolve, reject) => {
      const limit = setTimeout(reject, 5000, new Error(`${path} was not told.`));
      told = () => {
        if (!batches.slice(from).some((batch) => batch.includes(path))) return;
        clearTimeout(limit);
        resolve();
      };
    });
    await act();
    await seen;
  };
  return { ...watch, root, batches, sees };
}

async function watchNew(): Promise<Watched> {
  const root = await makeTempFolder();
  await writeFiles(root, {
    'newsletter.config.yaml': 'name: A\n',
    [one]: smallIssue(1),
    'issues/2026-02/issue.yaml': smallIssue(2),
    'issues/2026-02/table.png': makePng(20, 10),
    'templates/default/tokens.json': '{}',
    'lib/words.ts': 'export {};\n',
    'out/2026-01/email.html': 'Built.',
    'node_modules/a/index.js': '',
  });
  return startWatch(root);
}

describe('a watched workspace', () => {
  it('tells of files that are written in place, replaced, made, renamed and deleted', async () => {
    const { root, sees } = await watchNew();
    const at = (path: string) => join(root, path);
    await sees(one, () => writeFile(at(one), smallIssue(1, 'Other.')));
    await sees(one, () => writeOver(at(one), smallIssue(1, 'Replaced.')));
    await sees(one, () => writeOver(at(one), smallIssue(1, 'And again.')));
    await sees(one, () => writeFile(at(one), smallIssue(1, 'In place after that.')));
    await sees('issues/2026-03.yaml', () => writeFile(at('issues/2026-03.yaml'), smallIssue(3)));
    await sees('issues/2026-03.yaml', () =>
      rename(at('issues/2026-03.yaml'), at('issues/2026-04.yaml')),
    );
    await sees('issues/2026-04.yaml', () => writeFile(at('issues/2026-04.yaml'), smallIssue(4)));
    await sees('issues/2026-04.yaml', () => rm(at('issues/2026-04.yaml')));
    await sees(one, () => rm(at(one)));
    await sees(one, () => writeFile(at(one), smallIssue(1, 'Back.')));
  });

  it('tells of pictures, theme, config, .env and what the config may import', async () => {
    const { root, sees } = await watchNew();
    const paths = [
      'issues/2026-02/table.png',
      'templates/default/tokens.json',
      'newsletter.config.yaml',
      'lib/words.ts',
      '.env',
    ];
    for (const path of paths) await sees(path, () => writeFile(join(root, path), makePng(9, 9)));
    const picture = 'issues/2026-02/table.png';
    await sees(picture, () => writeOver(join(root, picture), 'Not even a picture.'));
    await sees('.env', () => rm(join(root, '.env')));
  });

  it('tells of a new folder and of what comes into it, also much later', async () => {
    const { root, sees } = await watchNew();
    await sees('issues/2026-03', () => mkdir(join(root, 'issues/2026-03')));
    const issue = 'issues/2026-03/issue.yaml';
    await sees(issue, () => writeFile(join(root, issue), smallIssue(3)));
    await sees(issue, () => writeFile(join(root, issue), smallIssue(3, 'Again.')));
    await sees('issues/2026-04', () =>
      cp(join(root, 'issues/2026-02'), join(root, 'issues/2026-04'), { recursive: true }),
    );
    await sees('issues/2026-04', () => rm(join(root, 'issues/2026-04'), { recursive: true }));
  });

  it('goes on telling of a folder that another took the place of', async () => {
    const { root, sees } = await watchNew();
    const at = (path: string) => join(root, path);
    await cp(at('issues'), at('new'), { recursive: true });
    await sees('issues', async () => {
      await rename(at('issues'), at('old'));
      await rename(at('new'), at('issues'));
    });
    // All of the workspace, since a save may have gone unseen meanwhile.
    await sees('', () => undefined);
    await sees(one, () => writeFile(at(one), smallIssue(1, 'In the new folder.')));
    const issue = 'issues/2026-02/issue.yaml';
    await sees(issue, () => writeFile(at(issue), smallIssue(2, 'Deeper.')));
    await sees('issues', async () => {
      await rm(at('issues'), { recursive: true });
      await cp(at('old'), at('issues'), { recursive: true });
    });
    await sees('', () => undefined);
    await sees(one, () => writeFile(at(one), smallIssue(1, 'Back again.')));
  });

  it('tells of the end of a save that emptied the file first', async () => {
    const { root, batches, sees } = await watchNew();
    const file = join(root, one);
    for (let round = 0; round < 10; round++) {
      await sees(one, () => {
        writeFileSync(file, '');
      });
      // Within the time that chokidar takes two changes for one.
      await sees(one, () => {
        writeFileSync(file, smallIssue(round));
      });
    }
    expect(batches.flat().filter((path) => path !== one)).toEqual([]);
  });

  it('watches folders, not each of the files in them', async () => {
    const watches = () =>
      process.getActiveResourcesInfo().filter((name) => name === 'FSEventWrap').length;
    const before = watches();
    const root = await makeTempFolder();
    const issues = Array.from({ length: 50 }, (_, at) => [`issues/a${at}.yaml`, smallIssue(at)]);
    await writeFiles(root, Object.fromEntries(issues) as Record<string, string>);
    const { sees } = await startWatch(root);
    expect(watches() - before).toBe(2);
    await sees('issues/a49.yaml', () => writeFile(join(root, 'issues/a49.yaml'), smallIssue(1)));
  });

  it('tells a save of many events once', async () => {
    const { root, batches, sees } = await watchNew();
    await sees(one, () => {
      const file = join(root, one);
      unlinkSync(file);
      writeFileSync(file, '');
      for (let part = 0; part < 5; part++) writeFileSync(file, 'x', { flag: 'a' });
    });
    expect(batches).toEqual([[one]]);
  });

  it('tells nothing of what is built, installed or hidden', async () => {
    const { root, batches, sees } = await watchNew();
    const hidden = [
      'out/2026-01/email.html',
      'node_modules/a/index.js',
      '.git/index',
      '.galley/cache/a.entry',
      'issues/.2026-01.yaml.swp',
      'issues/2026-01.yaml~',
    ];
    await writeFiles(root, Object.fromEntries(hidden.map((path) => [path, 'Written.'])));
    await sees(one, () => writeFile(join(root, one), smallIssue(1, 'Seen.')));
    expect(batches.flat().filter((path) => path !== one && path !== 'issues')).toEqual([]);
  });

  it('may be a link, and follows none that is in it', async () => {
    const { root } = await watchNew();
    const outside = await makeTempFolder();
    await writeFiles(outside, { 'issue.yaml': smallIssue(9) });
    const link = join(outside, basename(root));
    symlinkSync(root, link, 'dir');
    symlinkSync(outside, join(root, 'issues', 'linked'), 'dir');
    const watched = await startWatch(link);
    await writeFile(join(outside, 'issue.yaml'), 'Not of the workspace.');
    await watched.sees(one, () => writeFile(join(root, one), smallIssue(1, 'Through the link.')));
    expect(watched.batches.flat().filter((path) => path.includes('linked/'))).toEqual([]);
    expect(dirname(link)).toBe(outside);
  });

  it('tells nothing more once it is closed, and can be closed before it is ready', async () => {
    const { root, batches, close } = await watchNew();
    expect(process.getActiveResourcesInfo()).toContain('FSEventWrap');
    await close();
    // Nothing that would keep the process alive.
    await expect.poll(() => process.getActiveResourcesInfo()).not.toContain('FSEventWrap');
    const { length } = batches;
    const early = watchWorkspace(root, {
      onChange: () => {
        throw new Error('It is closed.');
      },
      onError: () => undefined,
    });
    await early.close();
    await early.ready;
    const other = await startWatch(root);
    await other.sees(one, () => writeFile(join(root, one), smallIssue(1, 'Seen by another.')));
    expect(batches.length).toBe(length);
  });
});
