import { mkdir, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectCalm } from '../support/expect-harmless.ts';
import { galley, smallConfig, smallIssue, writeFiles } from '../support/galley.ts';
import { makePng } from '../support/make-image.ts';
import { makeTempFolder } from '../support/make-temp-folder.ts';

describe('a workspace', () => {
  it('is not left by links: not for the config, not for tokens', async () => {
    const outside = await makeTempFolder();
    await writeFiles(outside, { 'config.yaml': smallConfig, 'tokens.json': '{ "secret": 1 ' });
    const root = await makeTempFolder();
    await writeFiles(root, {
      'newsletter.config.yaml': smallConfig,
      'issues/a.yaml': smallIssue(),
    });
    await mkdir(join(root, 'templates/default'), { recursive: true });
    await symlink(join(outside, 'tokens.json'), join(root, 'templates/default/tokens.json'));
    const tokens = await galley(root, ['check']);
    expect(tokens.stdout).toContain(
      'templates/default/tokens.json  error  source-outside-workspace',
    );
    await rm(join(root, 'newsletter.config.yaml'));
    await symlink(join(outside, 'config.yaml'), join(root, 'newsletter.config.yaml'));
    const config = await galley(root, ['check']);
    expect(config.stdout).toContain('newsletter.config.yaml  error  source-outside-workspace');
    for (const finished of [tokens, config]) {
      expect(finished.stdout).not.toMatch(/secret|Uthor/);
      expectCalm(finished, root);
    }
  });

  it('keeps the last good output when writing fails, and nothing half-done', async () => {
    const root = await makeTempFolder();
    const withPicture = (name: string) => smallIssue(1, `Words. ![A](${name}.png)`);
    await writeFiles(root, {
      'newsletter.config.yaml': smallConfig,
      'issues/a.yaml': withPicture('one'),
      'issues/one.png': makePng(20, 10),
      'issues/two.png': makePng(30, 10),
    });
    await galley(root, ['build']);
    const outputs = ['out/a/email.html', 'out/a/email.txt', 'out/a/email.eml'];
    const read = () => Promise.all(outputs.map((path) => readFile(join(root, path), 'utf8')));
    const good = await read();
    await rm(join(root, 'out/a/images'), { recursive: true });
    await writeFiles(root, { 'out/a/images': 'a file', 'issues/a.yaml': withPicture('two') });
    const failed = await galley(root, ['build']);
    expect(failed.code).toBe(2);
    expect(failed.stderr).toContain('cannot-write');
    expect(await read()).toEqual(good);
    await rm(join(root, 'out/a/images'));
    expect((await galley(root, ['build'])).stdout).toMatch(/^a +written /);
    expect(await readdir(join(root, 'out/a'))).toEqual([
      'email.eml',
      'email.html',
      'email.txt',
      'images',
    ]);
  });
});
