import { readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { galley, smallConfig, smallIssue, writeFiles } from '../support/galley.ts';
import { makeTempFolder } from '../support/make-temp-folder.ts';

async function namesIn(folder: string): Promise<string[]> {
  return (await readdir(folder)).sort();
}

describe('galley add', () => {
  it('never talks to this computer or its network', async () => {
    const folder = await makeTempFolder();
    await writeFiles(folder, {
      'newsletter.config.yaml': smallConfig,
      'issues/2026-11.yaml': smallIssue(),
    });
    const { code, stdout, stderr } = await galley(folder, ['add', 'http://127.0.0.1:9/secret']);
    expect(code).toBe(0);
    expect(stdout).toContain('TODO: secret (127.0.0.1)');
    expect(stderr).toContain('not on the public internet');
    expect(await readFile(join(folder, 'issues/2026-11.yaml'), 'utf8')).toContain(
      '127.0.0.1:9/secret',
    );
  });

  it('keeps links one after the other, in .ts and .yaml, and the issue builds', async () => {
    const folder = await makeTempFolder();
    for (const format of ['ts', 'yaml']) {
      const root = join(folder, format);
      await galley(folder, ['init', format, '--format', format]);
      const [file = ''] = await namesIn(join(root, 'issues'));
      const before = await readFile(join(root, 'issues', file), 'utf8');
      const add = (url: string, ...args: string[]) =>
        galley(root, ['add', url, '--no-fetch', ...args]);
      expect((await add('https://a.example/one', '--title', `It's "1": #`)).code).toBe(0);
      const news = [
        '--section',
        'news',
        '--mark',
        '🔥',
        '--by',
        'Ada',
        '--note',
        'Good.',
        '--json',
      ];
      const second = await add('https://b.example/two', '--title', 'Two', ...news);
      expect(JSON.parse(second.stdout)).toMatchObject({
        status: 'added',
        section: 'news',
        item: { mark: '🔥', title: 'Two', url: 'https://b.example/two', by: 'Ada', note: 'Good.' },
      });
      const after = await readFile(join(root, 'issues', file), 'utf8');
      // Every line that was there still is, in its order; one import may have a name more.
      const lines = new Set(after.split('\n'));
      const gone = before
        .split('\n')
        .filter((line) => !lines.has(line) && !line.startsWith('import'));
      expect(gone).toEqual([]);
      expect((await add('https://a.example/one/')).stderr).toContain('already');
      expect(await readFile(join(root, 'issues', file), 'utf8')).toBe(after);
      const built = await galley(root, ['build']);
      expect(built).toMatchObject({ code: 0, stderr: '' });
      const text = await readFile(
        join(root, 'out', file.replace(/\.\w+$/, ''), 'email.txt'),
        'utf8',
      );
      expect(text).toContain('https://b.example/two');
    }
  });

  it('makes the coming issue when there is none', async () => {
    const folder = await makeTempFolder();
    const sent = smallIssue().replace('preheader', 'status: sent\npreheader');
    await writeFiles(folder, {
      'newsletter.config.yaml': smallConfig,
      'issues/2026-11.yaml': sent,
    });
    const added = await galley(folder, ['add', 'https://a.example/', '--no-fetch', '--title', 'T']);
    expect(added).toMatchObject({ code: 0, stdout: 'issues/2026-12.yaml reading: T\n' });
    expect(added.stderr).toContain('2026-12 was made');
    expect((await galley(folder, ['build'])).code).toBe(0);
  });

  it('refuses what is no link, and an unknown section', async () => {
    const folder = await makeTempFolder();
    await writeFiles(folder, {
      'newsletter.config.yaml': smallConfig,
      'issues/a.yaml': smallIssue(),
    });
    const bare = await galley(folder, ['add', 'www.example.com']);
    expect(bare).toMatchObject({ code: 2, stdout: '' });
    expect(bare.stderr).toContain('Write it as https://www.example.com');
    expect((await galley(folder, ['add', 'https://a.example', '--section', 'x'])).code).toBe(2);
    expect((await galley(folder, ['add'])).code).toBe(2);
    expect(await readFile(join(folder, 'issues/a.yaml'), 'utf8')).toBe(smallIssue());
  });
});

describe('galley list', () => {
  it('has a line for every issue, broken ones too', async () => {
    const folder = await makeTempFolder();
    await writeFiles(folder, {
      'newsletter.config.yaml': smallConfig,
      'issues/2026-09.yaml': 'a: [',
      'issues/2026-10.yaml': smallIssue(9).replace('subject: Issue 9', 'subject: 日本の手紙'),
      'issues/2026-11.yaml': smallIssue(10).replace('kind: intro', 'kind: intor'),
      'issues/Bad Name.yaml': smallIssue(),
    });
    const { code, stdout, stderr } = await galley(folder, ['list']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(
      [
        '10  2026-11-02  draft  2026-11         –      –  Issue 10  [2 errors]',
        ' 9  2026-11-02  draft  2026-10   4 words  1 min  日本の手紙',
        ' –  –           –      2026-09         –      –  [1 error]',
        ' –  –           –      Bad Name        –      –  [1 error]',
        '',
      ].join('\n'),
    );
    expect((await galley(folder, ['list', '--json'])).stdout).toContain('"slug": "2026-09"');
    await rm(join(folder, 'issues'), { recursive: true });
    await writeFiles(folder, { 'issues/.keep': '' });
    expect(await galley(folder, ['list'])).toMatchObject({ code: 0, stdout: '' });
  });
});
