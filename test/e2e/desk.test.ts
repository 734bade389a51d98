import { execFile } from 'node:child_process';
import { access, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { galley, galleyBin, smallConfig, smallIssue, writeFiles } from '../support/galley.ts';
import { makeTempFolder } from '../support/make-temp-folder.ts';

async function namesIn(folder: string): Promise<string[]> {
  return (await readdir(folder)).sort();
}

describe('galley init', () => {
  it.each(['ts', 'yaml'])(
    'makes a workspace in %s that builds and checks at once',
    async (format) => {
      const folder = await makeTempFolder();
      const made = await galley(folder, ['init', 'my-letter', '--format', format]);
      expect(made).toMatchObject({
        code: 0,
        stderr: expect.stringContaining('galley build') as string,
      });
      const root = join(folder, 'my-letter');
      for (const path of made.stdout.trim().split('\n')) await access(join(root, path));
      const built = await galley(root, ['build']);
      expect(built).toMatchObject({ code: 0, stderr: '' });
      expect(built.stdout).toContain(' written ');
      expect((await galley(root, ['list'])).stdout).toContain('The first issue of My Letter');
      const ignored = await readFile(join(root, '.gitignore'), 'utf8');
      expect(ignored.split('\n')).toEqual(expect.arrayContaining(['.env', '.galley/', 'out/']));
      expect((await stat(root)).mode & 0o700).toBe(0o700);
      const { name } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
        name: string;
      };
      expect(name).toBe('my-letter');
    },
  );

  it.each(['ts', 'yaml'])('takes any name into %s as it is', async (format) => {
    const folder = await makeTempFolder();
    const name = `A: "b" 'c' #d \${e} \\ \` 🔥 </script> {{x}}`;
    const args = [
      '--yes',
      '--format',
      format,
      '--name',
      name,
      '--from',
      'Ada "A" <ada@example.org>',
    ];
    expect((await galley(folder, ['init', '.', ...args])).code).toBe(0);
    expect(await galley(folder, ['build'])).toMatchObject({ code: 0, stderr: '' });
    const text = await readFile(
      join(folder, 'out', (await namesIn(join(folder, 'out')))[1] ?? '', 'email.txt'),
      'utf8',
    );
    expect(text).toContain('{{x}}');
  });

  it('writes nothing when a file is in the way', async () => {
    const folder = await makeTempFolder();
    await writeFiles(folder, { 'x/package.json': '{}', 'x/.gitignore': '' });
    const { code, stdout, stderr } = await galley(folder, ['init', 'x', '--theme']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('package.json, .gitignore');
    expect(await namesIn(join(folder, 'x'))).toEqual(['.gitignore', 'package.json']);
    await writeFiles(folder, { 'y/newsletter.config.json': '{}' });
    expect((await galley(folder, ['init', 'y'])).stderr).toContain('There is a workspace already');
  });

  it.each([
    [['--name', 'a\nb'], 'line break'],
    [['--from', 'nobody'], 'from.address'],
    [['--from', 'a@example.com, b@example.com'], 'from.address'],
    [['--language', 'klingon'], 'language'],
    [['--author', ' '], 'author.name'],
    [['--format', 'toml'], 'format'],
  ])('refuses %j', async (args, why) => {
    const folder = await makeTempFolder();
    const { code, stderr } = await galley(folder, ['init', 'x', ...args]);
    expect(code).toBe(2);
    expect(stderr).toContain(why);
    expect(await namesIn(folder)).toEqual([]);
  });

  it('copies the theme where that is wanted, and the letter stays the same', async () => {
    const folder = await makeTempFolder();
    await galley(folder, ['init', 'a', '--name', 'N']);
    await galley(folder, ['init', 'b', '--name', 'N', '--theme']);
    const letters = [];
    for (const name of ['a', 'b']) {
      const root = join(folder, name);
      expect((await galley(root, ['build'])).code).toBe(0);
      const [slug = ''] = (await namesIn(join(root, 'out'))).filter((one) => /^\d/.test(one));
      letters.push(await readFile(join(root, 'out', slug, 'email.html'), 'utf8'));
    }
    expect(letters[1]).toBe(letters[0]);
    await access(join(folder, 'b/templates/default/layouts'));
  });
});

describe('galley new', () => {
  it('makes one issue after another, and each builds at once', async () => {
    const folder = await makeTempFolder();
    await galley(folder, ['init', '.', '--format', 'yaml']);
    const [first = ''] = await namesIn(join(folder, 'issues'));
    for (const args of [
      [],
      ['--format', 'ts'],
      ['--kind', 'note'],
      ['--kind', 'recap'],
      ['extra'],
    ]) {
      const made = await galley(folder, ['new', ...args]);
      expect(made).toMatchObject({ code: 0 });
      expect(made.stderr).toContain('TODO');
    }
    const built = await galley(folder, ['build']);
    expect(built).toMatchObject({ code: 0, stderr: '' });
    expect(built.stdout.match(/ written /g)).toHaveLength(6);
    const { stdout } = await galley(folder, ['list', '--json']);
    const rows = JSON.parse(stdout) as { number: number; file: string; status: string }[];
    expect(rows.map(({ number }) => number)).toEqual([6, 5, 4, 3, 2, 1]);
    expect(rows.every(({ status }) => status === 'draft')).toBe(true);
    expect(rows.at(-1)?.file).toBe(`issues/${first}`);
    const yaml = await readFile(join(folder, 'issues/extra.ts'), 'utf8').catch(() => '');
    expect(yaml === '').toBe(rows[0]?.file !== 'issues/extra.ts');
  });

  it('opens the editor that VISUAL or EDITOR names, with its arguments', async () => {
    const folder = await makeTempFolder();
    await writeFiles(folder, {
      'newsletter.config.yaml': smallConfig,
      'issues/2026-11.yaml': smallIssue(),
      'my editor.sh': '#!/bin/sh\necho "$1|$2" >> opened.txt\n',
    });
    const script = `sh '${join(folder, 'my editor.sh')}' --wait`;
    const env = { VISUAL: '', EDITOR: script };
    expect((await galley(folder, ['new', '--edit'], env)).code).toBe(0);
    const opened = await readFile(join(folder, 'opened.txt'), 'utf8');
    expect(opened).toBe(`--wait|${join(folder, 'issues/2026-12.yaml')}\n`);

    const none = await galley(folder, ['new', 'none', '--edit'], { VISUAL: '', EDITOR: ' ' });
    expect(none).toMatchObject({ code: 2, stdout: '' });
    const missing = await galley(folder, ['new', 'gone', '--edit'], { EDITOR: 'no-such-editor-x' });
    expect(missing).toMatchObject({ code: 2, stdout: 'issues/gone.yaml\n' });
    expect(missing.stderr).toContain('The issue was written');
    expect(await namesIn(join(folder, 'issues'))).toEqual([
      '2026-11.yaml',
      '2026-12.yaml',
      'gone.yaml',
    ]);
  });

  it('overwrites nothing, and says what is wrong with a config', async () => {
    const folder = await makeTempFolder();
    await writeFiles(folder, {
      'newsletter.config.yaml': smallConfig,
      'issues/2026-11.yaml': smallIssue(),
    });
    expect(await galley(folder, ['new', '2026-11'])).toMatchObject({ code: 2, stdout: '' });
    await writeFile(join(folder, 'newsletter.config.yaml'), 'name: N\n');
    const broken = await galley(folder, ['new']);
    expect(broken).toMatchObject({ code: 1, stdout: '' });
    expect(broken.stderr).toContain('missing-key');
    expect(await namesIn(join(folder, 'issues'))).toEqual(['2026-11.yaml']);
  });
});

describe('galley schema', () => {
  it('prints a schema, also where there is no workspace, or writes both into one', async () => {
    const folder = await makeTempFolder();
    const issue = await galley(folder, ['schema']);
    expect(JSON.parse(issue.stdout)).toMatchObject({ title: 'A Galley issue' });
    const config = await galley(folder, ['schema', 'config']);
    expect(JSON.parse(config.stdout)).toMatchObject({ title: 'A Galley config' });
    expect((await galley(folder, ['schema', 'x'])).code).toBe(2);
    expect((await galley(folder, ['schema', '--write'])).code).toBe(2);
    await writeFiles(folder, { 'issues/.keep': '' });
    const written = await galley(folder, ['schema', '--write']);
    expect(written.stdout).toBe('schema/issue.schema.json\nschema/config.schema.json\n');
    expect(await readFile(join(folder, 'schema/issue.schema.json'), 'utf8')).toBe(issue.stdout);
    expect((await galley(folder, ['schema', '--write'])).stdout).toBe('');
  });
});

describe('the desk on a terminal', () => {
  it('asks nothing when the input is no terminal', async () => {
    const folder = await makeTempFolder();
    const run = promisify(execFile);
    const { stdout } = await run(
      '/bin/sh',
      ['-c', `"$0" "$1" init x </dev/null`, process.execPath, galleyBin],
      {
        cwd: folder,
      },
    );
    expect(stdout).toContain('newsletter.config.ts');
  });
});
