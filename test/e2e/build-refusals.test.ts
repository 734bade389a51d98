import { mkdir, readdir, symlink } from 'node:fs/promises';
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

describe('what galley build refuses', () => {
  it('an unknown slug, with a suggestion', async () => {
    await writeFiles(root, { 'issues/2026-11.yaml': smallIssue(1) });
    const { code, stderr } = await galley(root, ['build', '2026-1']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/unknown-issue\n.*no issue 2026-1\.\n.*Did you mean `2026-11`\?/);
  });

  it('a folder that is no workspace, and one without a config', async () => {
    const empty = await makeTempFolder();
    expect(await galley(empty, ['build'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('missing-workspace') as string,
    });
    await mkdir(join(empty, 'issues'));
    expect(await galley(empty, ['build'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('missing-config') as string,
    });
    expect(await galley(root, ['-C', empty, 'build'])).toMatchObject({ code: 2 });
  });

  it('two configs, and two sources of one slug', async () => {
    await writeFiles(root, {
      'issues/a.yaml': smallIssue(1),
      'issues/a/issue.yaml': smallIssue(1),
      'issues/b.yaml': smallIssue(2),
    });
    const twice = await galley(root, ['build']);
    expect(twice.code).toBe(1);
    expect(twice.stderr).toContain('duplicate-slug');
    expect(twice.stdout).toMatch(/^b +written/);
    await writeFiles(root, { 'newsletter.config.json': '{}' });
    expect(await galley(root, ['build'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('duplicate-config') as string,
    });
  });

  it('a slug that would be no good folder or URL', async () => {
    await writeFiles(root, {
      'issues/My Issue.yaml': smallIssue(1),
      'issues/outbox.yaml': smallIssue(2),
      'issues/_draft.yaml': smallIssue(3),
    });
    const { code, stderr } = await galley(root, ['build']);
    expect(code).toBe(1);
    expect(stderr.match(/invalid-slug/g)).toHaveLength(2);
  });

  it('links and paths that lead out of the workspace', async () => {
    const outside = await makeTempFolder();
    await writeFiles(outside, { 'secret.yaml': smallIssue(1), 'secret.png': makePng(2, 2) });
    await mkdir(join(root, 'issues'));
    await symlink(join(outside, 'secret.yaml'), join(root, 'issues/a.yaml'));
    await symlink(join(outside, 'secret.png'), join(root, 'issues/link.png'));
    const sources = ['link.png', '../../secret.png', '/etc/passwd', '%2e%2e/x.png', '..\\x.png'];
    await writeFiles(root, {
      'issues/b.yaml': smallIssue(2, sources.map((src) => `![A](<${src}>)`).join(' ')),
    });
    const { code, stderr } = await galley(root, ['build']);
    expect(code).toBe(1);
    expect(stderr).toContain('source-outside-workspace');
    expect(stderr.match(/image-outside-workspace|invalid-image-source/g)).toHaveLength(4);
    expect(stderr).toContain('There is no image "../x.png" beside the issue.');
    expect(stderr).not.toContain(outside);
  });

  it('an output that cannot be written, with a hint and exit code 2', async () => {
    await writeFiles(root, { 'issues/a.yaml': smallIssue(1), out: 'a file, not a folder' });
    const { code, stdout, stderr } = await galley(root, ['build']);
    expect(code).toBe(2);
    expect(stdout).toMatch(/^a +failed +see below\n$/);
    expect(stderr).toContain('cannot-write');
    expect(stderr).not.toMatch(/\bat .*:\d+:\d+/);
  });

  it('one issue that cannot be written, building the others', async () => {
    await writeFiles(root, { 'issues/a.yaml': smallIssue(1), 'issues/b.yaml': smallIssue(2) });
    await writeFiles(root, { 'out/a/email.html/in-the-way': '' });
    const first = await galley(root, ['build', '--json']);
    expect(first.code).toBe(2);
    expect(first.stderr).toContain('cannot-write');
    expect(JSON.parse(first.stdout)).toMatchObject([{ status: 'failed' }, { status: 'written' }]);
    expect((await galley(root, ['build'])).stdout).toMatch(/\nb +unchanged/);
  });

  it('an issue that would end the command or write among its results', async () => {
    await writeFiles(root, {
      'issues/a.ts': `console.log('noise');\nprocess.exit(0);\nexport default {};\n`,
    });
    const { code, stdout, stderr } = await galley(root, ['check', '--format', 'json']);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject([{ code: 'source-throws', line: 2 }]);
    expect(stderr).toBe('noise\n');
  });

  it('folders of output and templates that are links out of the workspace', async () => {
    const outside = await makeTempFolder();
    await writeFiles(root, { 'issues/a.yaml': smallIssue(1) });
    await symlink(outside, join(root, 'out'));
    expect(await galley(root, ['build'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('out is a link that leads out') as string,
    });
    expect(await readdir(outside)).toEqual([]);
    await mkdir(join(root, 'templates'));
    await symlink(outside, join(root, 'templates/default'));
    expect(await galley(root, ['build'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('source-outside-workspace') as string,
    });
  });

  it('a mistyped flag and a mistyped command', async () => {
    expect(await galley(root, ['build', '--forse'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Did you mean --force?') as string,
    });
    expect(await galley(root, ['biuld'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Did you mean build?') as string,
    });
  });
});
