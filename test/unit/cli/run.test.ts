import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../../src/cli/run.ts';
import { smallConfig, smallIssue, writeFiles } from '../../support/galley.ts';
import { makeTempFolder } from '../../support/make-temp-folder.ts';

interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line in process, as the bin would, on a terminal or not. */
async function galley(
  args: readonly string[],
  options: {
    cwd?: string;
    isTTY?: boolean;
    signal?: AbortSignal;
    env?: Record<string, string>;
  } = {},
): Promise<Ran> {
  const { cwd = '/', isTTY = false, signal = new AbortController().signal, env = {} } = options;
  let stdout = '';
  let stderr = '';
  let time = 0;
  const code = await run(args, {
    cwd,
    env,
    stdout: { write: (text) => (stdout += text), isTTY },
    stderr: { write: (text) => (stderr += text), isTTY },
    clock: () => (time += 5),
    signal,
  });
  return { code, stdout, stderr };
}

describe('galley --help', () => {
  it('lists the commands with examples', async () => {
    const { code, stdout, stderr } = await galley(['--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatchInlineSnapshot(`
      "Usage: galley [options] [command]

      Turns a newsletter issue, written as typed data, into the email that arrives.

      Options:
        -V, --version          print the version
        -C, --workspace <dir>  the workspace; else the nearest folder from here up
                               with issues/
        -h, --help             show help

      Commands:
        init                   make a new workspace, with a config and a first issue
        list                   list the issues: status, words, reading time, problems
        add                    keep a link for the coming issue
        new                    make the next issue, numbered and dated
        build                  render issues to out/: email.html, email.txt and
                               email.eml
        check                  find what is wrong with issues, rendering nothing to
                               disk
        preview                show issues in the browser, again on every save
        send                   send an issue to yourself as a test mail
        log                    list the test mails that were sent
        doctor                 look at the mail server without sending anything
        schema                 print the JSON Schema of issues or config, for editors
        help [command]         show help for a command

      Examples:
        galley build              build every issue that changed
        galley build 2026-11      build one issue
        galley preview            show the newest issue in the browser, live
        galley send 2026-11       send yourself a test mail
        galley -C letter check    check the workspace in letter/

      Exit codes: 0 done, 1 the content has errors, 2 wrong usage or environment, 3 a delivery failed,
      130 after Ctrl-C.
      "
    `);
  });

  it('is what no arguments at all show', async () => {
    expect(await galley([])).toEqual(await galley(['--help']));
  });

  it.each(['build', 'check'])('of %s has examples, also through help', async (name) => {
    const { code, stdout } = await galley([name, '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain(`Usage: galley ${name} [options] [slugs...]`);
    expect(stdout).toContain('Examples:\n');
    expect((await galley(['help', name])).stdout).toBe(stdout);
  });

  it('prints the version', async () => {
    expect((await galley(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('run', () => {
  it('finds the workspace from a folder inside it, and through -C', async () => {
    const root = await makeTempFolder();
    await writeFiles(root, {
      'newsletter.config.yaml': smallConfig,
      'issues/a.yaml': smallIssue(),
    });
    const inside = await galley(['build'], { cwd: join(root, 'issues') });
    expect(inside.stdout).toMatch(/^a +written .* 5 ms\n$/);
    expect((await galley(['build', '-C', root])).stdout).toMatch(/^a +unchanged/);
    expect((await galley(['-C', root, 'check'])).stdout).toBe('1 issue checked: no problems\n');
    expect((await galley(['--workspace', root, 'check'])).code).toBe(0);
  });

  it('uses colour on a terminal only, and never with NO_COLOR', async () => {
    const root = await makeTempFolder();
    await writeFiles(root, { 'newsletter.config.yaml': smallConfig, 'issues/a.yaml': 'x: 1\n' });
    const shown = async (isTTY: boolean, env: Record<string, string>) => {
      const { stdout } = await galley(['check'], { cwd: root, isTTY, env });
      return stdout.includes('\u001b[');
    };
    expect(await shown(true, {})).toBe(true);
    expect(await shown(true, { NO_COLOR: '1' })).toBe(false);
    expect(await shown(false, {})).toBe(false);
  });

  it('counts on a terminal when there are many issues, and clears the count', async () => {
    const root = await makeTempFolder();
    const issues = Object.fromEntries(
      Array.from({ length: 12 }, (_, n) => [`issues/i${n}.yaml`, smallIssue(n + 1)]),
    );
    await writeFiles(root, { 'newsletter.config.yaml': smallConfig, ...issues });
    const { stderr } = await galley(['build'], { cwd: root, isTTY: true });
    expect(stderr).toContain('\r3/12 issues');
    expect(stderr.endsWith('\r\u001b[K')).toBe(true);
    expect((await galley(['build'], { cwd: root })).stderr).toBe('');
  });

  it('stops after the issue at hand on Ctrl-C, with exit code 130', async () => {
    const root = await makeTempFolder();
    await writeFiles(root, {
      'newsletter.config.yaml': smallConfig,
      'issues/a.yaml': smallIssue(),
    });
    const { code, stdout } = await galley(['build'], { cwd: root, signal: AbortSignal.abort() });
    expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
  });

  it('prints an empty array for a clean check, and each finding with its fields', async () => {
    const root = await makeTempFolder();
    await writeFiles(root, {
      'newsletter.config.yaml': smallConfig,
      'issues/a.yaml': smallIssue(),
    });
    expect((await galley(['check', '--format', 'json'], { cwd: root })).stdout).toBe('[]\n');
    await writeFiles(root, { 'issues/a.yaml': smallIssue(1, '![](https://a.example/x.png)') });
    const warned = await galley(['check', '--format', 'json'], { cwd: root });
    expect(warned.code).toBe(0);
    expect(JSON.parse(warned.stdout)).toEqual([
      {
        code: 'missing-alt',
        severity: 'warning',
        message: expect.any(String) as string,
        hint: expect.any(String) as string,
        file: 'issues/a.yaml',
        line: 8,
        column: expect.any(Number) as number,
        path: 'sections[0].body',
      },
    ]);
    expect((await galley(['check', '--strict'], { cwd: root })).code).toBe(1);
  });

  it('writes annotations for GitHub, with files as they lie in the repository', async () => {
    const repository = await makeTempFolder();
    const root = join(repository, 'my letter');
    await writeFiles(root, {
      'newsletter.config.yaml': smallConfig,
      'issues/a.yaml': smallIssue(1, '![](https://a.example/x.png)'),
    });
    const check = async (cwd: string, env: Record<string, string> = {}, more: string[] = []) =>
      galley(['check', '-C', root, '--format', 'github', ...more], { cwd, env });
    const place = 'issues/a.yaml,line=8,col=12,endColumn=15,title=missing-alt::The image has no';
    const atRoot = await check(repository);
    expect(atRoot.code).toBe(0);
    expect(atRoot.stdout).toContain(`::warning file=my letter/${place}`);
    expect(atRoot.stdout.trim().split('\n')).toHaveLength(1);
    const inside = await check(root, { GITHUB_WORKSPACE: repository }, ['--strict']);
    expect(inside).toMatchObject({ code: 1, stdout: atRoot.stdout });
    expect((await check(root)).stdout).toContain(`::warning file=${place}`);
    await writeFiles(root, { 'issues/a.yaml': smallIssue() });
    expect(await check(root)).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('refuses a format it does not know', async () => {
    expect(await galley(['check', '--format', 'xml'])).toMatchObject({ code: 2 });
  });
});
