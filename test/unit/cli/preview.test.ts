import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../../src/cli/run.ts';
import { smallConfig, smallIssue, writeFiles } from '../../support/galley.ts';
import { makeTempFolder } from '../../support/make-temp-folder.ts';

/** Runs `galley preview` in process until `while` is over, as Ctrl-C would end it. */
async function preview(
  cwd: string,
  args: readonly string[],
  meanwhile: (address: string) => Promise<void> = () => Promise.resolve(),
) {
  const interrupt = new AbortController();
  let stdout = '';
  let stderr = '';
  let seen: Promise<void> = Promise.resolve();
  const code = await run(['preview', ...args], {
    cwd,
    env: { BROWSER: 'none' },
    stdout: {
      write: (text) => {
        stdout += text;
        if (!text.startsWith('http')) return;
        seen = meanwhile(text.trim()).finally(() => {
          interrupt.abort();
        });
      },
      isTTY: false,
    },
    stderr: { write: (text) => (stderr += text), isTTY: false },
    clock: () => 0,
    signal: interrupt.signal,
  });
  await seen;
  return { code, stdout, stderr };
}

async function makeWorkspace(): Promise<string> {
  const root = await makeTempFolder();
  await writeFiles(root, {
    'newsletter.config.yaml': smallConfig,
    'issues/a.yaml': smallIssue(),
    'issues/B c.yaml': smallIssue(2),
  });
  return root;
}

describe('galley preview', () => {
  it('has help with examples', async () => {
    const { code, stdout } = await preview('/', ['--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('Usage: galley preview [options] [slug]');
    expect(stdout).toContain('--no-open');
    expect(stdout).toContain('Examples:\n');
  });

  it('prints the address alone on stdout, and ends with 130', async () => {
    const root = await makeWorkspace();
    let status = 0;
    const ended = await preview(root, ['a', '--port', '0'], async (address) => {
      const { origin } = new URL(address);
      status = (await fetch(`${origin}/api/issues/a`)).status;
    });
    expect(status).toBe(200);
    expect(ended.code).toBe(130);
    expect(ended.stdout).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?issue=a\n$/);
    expect(ended.stderr).toBe('The preview follows every save. Ctrl-C ends it.\n');
  });

  it('shows the list where the issue that was named has a name that can not be used', async () => {
    const ended = await preview(await makeWorkspace(), ['B c', '--port', '0']);
    expect(ended.code).toBe(130);
    expect(ended.stdout).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\n$/);
  });

  it('refuses an issue that is none, with the nearest one', async () => {
    const ended = await preview(await makeWorkspace(), ['aa', '--port', '0']);
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toMatch(/unknown-issue\n {2}There is no issue aa\.\n.*"?a"?/);
  });

  it('leaves nothing running: the port is free again', async () => {
    const root = await makeWorkspace();
    const first = await preview(root, ['--port', '0'], async () => {
      // A change that is on its way when the preview ends.
      await writeFile(join(root, 'issues/a.yaml'), smallIssue(3));
    });
    const { port } = new URL(first.stdout.trim());
    const second = await preview(root, ['--port', port]);
    expect(second).toMatchObject({ code: 130, stdout: `http://127.0.0.1:${port}/\n` });
  });
});
