import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { galley, smallConfig, smallIssue, writeFiles } from '../support/galley.ts';
import { makePng } from '../support/make-image.ts';
import { makeTempFolder } from '../support/make-temp-folder.ts';

let root: string;

beforeEach(async () => {
  root = await makeTempFolder();
  await writeFiles(root, { 'newsletter.config.yaml': smallConfig });
});

const read = (path: string) => readFile(join(root, path), 'utf8');

describe('galley build', () => {
  it('writes HTML, text and message of every issue, and one line for each', async () => {
    await writeFiles(root, {
      'issues/2026-10.yaml': smallIssue(1),
      'issues/2026-11/issue.json': JSON.stringify({
        number: 2,
        date: '2026-11-02',
        subject: 'In JSON',
        preheader: 'p',
        sections: [
          {
            kind: 'intro',
            greeting: 'Hi,',
            body: ['Look:', { kind: 'image', src: 'a.png', alt: 'A' }],
          },
          { kind: 'sign-off', body: 'Bye.' },
        ],
      }),
      'issues/2026-11/a.png': makePng(20, 10),
      'issues/2026-12.ts': `import { defineIssue, intro, signOff } from 'galley';
import { greeting } from './_shared';
export default defineIssue({ number: 3, date: '2026-12-01', subject: 'In TypeScript', preheader: 'p',
  sections: [intro({ greeting, body: 'x' }), signOff({ body: 'y' })] });`,
      'issues/_shared.ts': `export const greeting: string = 'Hello from a shared file,';`,
      'issues/notes.txt': 'not an issue',
    });
    const { code, stdout, stderr } = await galley(root, ['build']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.split('\n')).toEqual([
      expect.stringMatching(/^2026-10 +written +\d+ words +1 min +\d+\.\d KB +[\d,]+ ms$/),
      expect.stringMatching(/^2026-11 +written /),
      expect.stringMatching(/^2026-12 +written /),
      '',
    ]);
    expect((await readdir(join(root, 'out'))).sort()).toEqual([
      '.gitignore',
      '2026-10',
      '2026-11',
      '2026-12',
    ]);
    expect(await read('out/2026-12/email.txt')).toContain('Hello from a shared file,');
    expect(await read('out/2026-10/email.eml')).toMatch(
      /^From: Test Letter <letter@example\.com>\r\n/m,
    );
    const [image = ''] = await readdir(join(root, 'out/2026-11/images'));
    expect(image).toMatch(/^a-[0-9a-f]{8}\.png$/);
    expect(await read('out/2026-11/email.html')).toContain(
      `src="images/${image}" alt="A" width="20" height="10"`,
    );
    expect(await read('out/2026-11/email.eml')).toMatch(
      /^content-id: <[0-9a-f]{16}@example\.com>\r$/im,
    );
  });

  it('leaves alone what has not changed, and builds again what has', async () => {
    await writeFiles(root, { 'issues/a.yaml': smallIssue(1), 'issues/b.yaml': smallIssue(2) });
    await galley(root, ['build']);
    const before = await stat(join(root, 'out/a/email.html'));
    await writeFiles(root, { 'issues/b.yaml': smallIssue(2, 'Other words.') });
    const { stdout } = await galley(root, ['build']);
    expect(stdout).toMatch(/^a +unchanged .*\nb +written /);
    expect((await stat(join(root, 'out/a/email.html'))).mtimeMs).toBe(before.mtimeMs);
    expect(await read('out/b/email.txt')).toContain('Other words.');
  });

  it('writes nothing with --force when the bytes are the same', async () => {
    await writeFiles(root, { 'issues/a.yaml': smallIssue(1) });
    await galley(root, ['build']);
    const before = await stat(join(root, 'out/a/email.eml'));
    const { stdout } = await galley(root, ['build', '--force']);
    expect(stdout).toMatch(/^a +unchanged /);
    expect((await stat(join(root, 'out/a/email.eml'))).mtimeMs).toBe(before.mtimeMs);
  });

  it('builds again when config, a theme token, a template or an output changed', async () => {
    await writeFiles(root, { 'issues/a.yaml': smallIssue(1) });
    await galley(root, ['build']);
    const changes: [string, Record<string, string>][] = [
      ['config', { 'newsletter.config.yaml': smallConfig.replace('Test Letter\n', 'New Name\n') }],
      ['token', { 'templates/default/tokens.json': '{ "text": "#222222" }' }],
      ['template', { 'templates/default/layouts/footer.mjml.hbs': '<p>My own footer</p>\n' }],
      ['output', { 'out/a/email.html': 'damaged' }],
    ];
    for (const [what, files] of changes) {
      await writeFiles(root, files);
      expect([what, (await galley(root, ['build'])).stdout]).toEqual([
        what,
        expect.stringMatching(/^a +written /),
      ]);
    }
    const html = await read('out/a/email.html');
    expect(html).toContain('New Name');
    expect(html).toContain('My own footer');
  });

  it('keeps going past a broken issue, keeps its last good output, and exits with 1', async () => {
    await writeFiles(root, { 'issues/a.yaml': smallIssue(1), 'issues/b.yaml': smallIssue(2) });
    await galley(root, ['build']);
    const good = await read('out/a/email.html');
    await writeFiles(root, {
      'issues/a.yaml': smallIssue(1).replace('subject', 'subjct'),
      'issues/b.yaml': smallIssue(2, 'New.'),
    });
    const { code, stdout, stderr } = await galley(root, ['build']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^a +failed +1 error\nb +written /);
    expect(stderr).toContain('issues/a.yaml:3:1  error  unknown-key');
    expect(stderr).toContain('Did you mean `subject`?');
    expect(await read('out/a/email.html')).toBe(good);
  });

  it('prints the results as JSON', async () => {
    await writeFiles(root, { 'issues/a.yaml': smallIssue(1), 'issues/b.yaml': 'number: [' });
    const { code, stdout } = await galley(root, ['build', '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual([
      {
        slug: 'a',
        status: 'written',
        files: ['out/a/email.html', 'out/a/email.txt', 'out/a/email.eml'],
        words: expect.any(Number) as number,
        minutes: 1,
        htmlBytes: Buffer.byteLength(await read('out/a/email.html')),
        ms: expect.any(Number) as number,
        diagnostics: [],
      },
      expect.objectContaining({ slug: 'b', status: 'failed', files: [] }),
    ]);
  });

  it('removes a picture that an issue no longer shows, and nothing else', async () => {
    const withPicture = (name: string) => smallIssue(1, `![Alt](${name})`);
    await writeFiles(root, {
      'issues/a.yaml': withPicture('one.png'),
      'issues/one.png': makePng(20, 10),
      'issues/two.png': makePng(30, 10),
    });
    await galley(root, ['build']);
    await writeFiles(root, {
      'out/a/images/mine.txt': 'mine',
      'issues/a.yaml': withPicture('two.png'),
    });
    await galley(root, ['build']);
    expect((await readdir(join(root, 'out/a/images'))).sort()).toEqual([
      'mine.txt',
      expect.stringMatching(/^two-/),
    ]);
  });

  it('removes it also after a build that failed, and when the folder was replaced by a file', async () => {
    const withPicture = (name: string) => smallIssue(1, `![Alt](${name})`);
    await writeFiles(root, {
      'issues/a.yaml': withPicture('one.png'),
      'issues/one.png': makePng(20, 10),
      'issues/two.png': makePng(30, 10),
    });
    await galley(root, ['build']);
    await writeFiles(root, { 'issues/a.yaml': 'number: [' });
    await galley(root, ['build']);
    await writeFiles(root, { 'issues/a.yaml': withPicture('two.png') });
    await galley(root, ['build']);
    expect(await readdir(join(root, 'out/a/images'))).toEqual([expect.stringMatching(/^two-/)]);
    await rm(join(root, 'out/a'), { recursive: true });
    await writeFiles(root, { 'out/a': 'a file' });
    expect(await galley(root, ['build'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('cannot-write') as string,
    });
  });

  it('repeats the warnings of a theme while it stays as it is', async () => {
    await writeFiles(root, {
      'issues/a.yaml': smallIssue(1),
      'templates/default/blocks/foter.mjml.hbs': '<p>x</p>\n',
    });
    for (let run = 0; run < 2; run++) {
      expect((await galley(root, ['build'])).stderr).toContain('unused-template');
    }
  });

  it('ignores a damaged cache, and a deleted one', async () => {
    await writeFiles(root, { 'issues/a.yaml': smallIssue(1) });
    await galley(root, ['build']);
    const good = await read('out/a/email.html');
    const cache = join(root, '.galley/cache');
    for (const name of await readdir(cache)) await writeFile(join(cache, name), 'damaged');
    expect((await galley(root, ['build'])).code).toBe(0);
    await rm(join(root, '.galley'), { recursive: true });
    expect((await galley(root, ['build'])).code).toBe(0);
    expect(await read('out/a/email.html')).toBe(good);
    expect(await read('.galley/.gitignore')).toBe('*\n');
  });

  it('can run twice at once', async () => {
    await writeFiles(root, { 'issues/a.yaml': smallIssue(1), 'issues/b.yaml': smallIssue(2) });
    const both = await Promise.all([galley(root, ['build']), galley(root, ['build'])]);
    expect(both.map(({ code, stderr }) => ({ code, stderr }))).toEqual([
      { code: 0, stderr: '' },
      { code: 0, stderr: '' },
    ]);
    expect(await read('out/b/email.html')).toContain('Some words.');
  });

  it('never loads MJML when the theme is in the cache', async () => {
    await writeFiles(root, { 'issues/a.yaml': smallIssue(1) });
    await galley(root, ['build']);
    const { stderr } = await galley(root, ['build', '--force'], { NODE_DEBUG: 'esm' });
    expect(stderr).toContain('dist/chunks/');
    expect(stderr).not.toMatch(/mjml/i);
  });
});
