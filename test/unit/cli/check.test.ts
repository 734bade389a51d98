import { chmod, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../../src/cli/run.ts';
import { writeFiles } from '../../support/galley.ts';
import { completeIssue, exampleFiles, freshWorkspace } from '../../support/rule-examples.ts';

const long = 'subject: Fifty-one characters of a subject, when counted by 1';

let root = '';

beforeEach(async () => {
  root = await freshWorkspace();
  await writeFiles(root, exampleFiles({ issue: long }));
});

/** Runs `galley check` in process; `onOutput` and `onError` see all of a stream each time it grows. */
async function check(
  args: readonly string[],
  options: {
    signal?: AbortSignal;
    onOutput?: (stdout: string) => void;
    onError?: (stderr: string) => void;
  } = {},
) {
  let stdout = '';
  let stderr = '';
  const code = await run(['-C', root, 'check', ...args], {
    cwd: root,
    env: {},
    stdout: {
      write: (text) => {
        stdout += text;
        options.onOutput?.(stdout);
      },
      isTTY: false,
    },
    stderr: {
      write: (text) => {
        stderr += text;
        options.onError?.(stderr);
      },
      isTTY: false,
    },
    clock: () => 0,
    signal: options.signal ?? new AbortController().signal,
  });
  return { code, stdout, stderr };
}

describe('galley check', () => {
  it('groups findings by issue, with a frame each, and sums up', async () => {
    const { code, stdout, stderr } = await check([]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatchInlineSnapshot(`
      "2026-11: 1 warning

      issues/2026-11.yaml:1:10  warning  subject-length
        The subject has 52 characters; an inbox shows about 50, a phone 33: "Fifty-one characters of a subject…".
        > 1 | subject: Fifty-one characters of a subject, when counted by 1
            |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          2 | number: 11
        Say it in 50 characters, what matters first.

      1 issue checked: 1 warning
      "
    `);
  });

  it('fails on warnings with --strict, and on errors always', async () => {
    expect((await check(['--strict'])).code).toBe(1);
    const config = 'check: { rules: { subject-length: error } }';
    await writeFiles(root, exampleFiles({ issue: long, config }));
    expect((await check([])).code).toBe(1);
  });

  it('writes findings as JSON and for GitHub', async () => {
    const { stdout } = await check(['--format', 'json']);
    expect(JSON.parse(stdout)).toMatchObject([{ code: 'subject-length', severity: 'warning' }]);
    const github = await check(['--format', 'github']);
    expect(github.stdout).toMatch(/^::warning file=issues\/2026-11\.yaml,line=1,.*\n$/);
  });

  it('mends with --fix, tells what, and checks what is left', async () => {
    const file = join(root, 'issues/2026-11.yaml');
    const dirty = `- kind: topic\n  body: '[A](https://a.example/?gclid=1)'`;
    await writeFile(file, completeIssue(dirty, 11));
    const { code, stdout, stderr } = await check(['--fix', '--strict']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '1 issue checked: no problems\n' });
    expect(stderr).toBe(
      'issues/2026-11.yaml:8  mended  tracking-parameter  https://a.example/?gclid=1 → https://a.example/\n1 mended.\n',
    );
    expect(await readFile(file, 'utf8')).toContain("'[A](https://a.example/)'");
    expect((await check(['--fix'])).stderr).toBe('Nothing to mend.\n');
  });

  it('leaves a read-only source alone, and tells what was mended before it', async () => {
    const file = (month: string) => join(root, `issues/2026-${month}.yaml`);
    const dirty = `- kind: topic\n  body: '[A](https://a.example/?gclid=1)'`;
    await writeFile(file('10'), completeIssue(dirty, 10));
    await writeFile(file('11'), completeIssue(dirty, 11));
    await chmod(file('11'), 0o444);
    const { code, stdout, stderr } = await check(['--fix']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('issues/2026-10.yaml:8  mended');
    expect(stderr).toContain(`"${file('11')}" can't be written: it is read-only.`);
    expect(await readFile(file('10'), 'utf8')).not.toContain('gclid');
    expect(await readFile(file('11'), 'utf8')).toContain('gclid');
  });

  it('shows what it mended without the signs that turn the reading direction', async () => {
    const dirty = `- kind: reading\n  items: [{ title: A, url: 'https://a.example/\u202e?gclid=1' }]`;
    await writeFile(join(root, 'issues/2026-11.yaml'), completeIssue(dirty, 11));
    const { stderr } = await check(['--fix']);
    expect(stderr).toContain('https://a.example/\ufffd\n');
  });

  it('checks again on every save with --watch, until it is stopped', async () => {
    const stop = new AbortController();
    let rounds = 0;
    const { code, stdout } = await check(['--watch'], {
      signal: stop.signal,
      onOutput: (written) => {
        const done = written.match(/checked:.*\n/g)?.length ?? 0;
        if (done === rounds) return;
        rounds = done;
        if (rounds === 2) stop.abort();
        else void writeFiles(root, exampleFiles({}));
      },
    });
    expect(code).toBe(130);
    expect(stdout.match(/checked:.*/g)).toEqual(['checked: 1 warning', 'checked: no problems']);
  });

  it('goes on watching when an issue is gone between two saves, but not from the start', async () => {
    expect((await check(['2026-12', '--watch'])).code).toBe(2);
    const stop = new AbortController();
    const file = join(root, 'issues/2026-11.yaml');
    const aside = join(root, 'aside');
    let told = 0;
    const { code, stdout } = await check(['2026-11', '--watch'], {
      signal: stop.signal,
      onOutput: (written) => {
        const done = written.match(/checked:.*\n/g)?.length ?? 0;
        if (done === told) return;
        told = done;
        if (told === 1) void rename(file, aside);
        else stop.abort();
      },
      onError: (written) => {
        if (written.endsWith('There is no issue 2026-11.\n')) void rename(aside, file);
      },
    });
    expect(code).toBe(130);
    expect(stdout.match(/checked:/g)).toHaveLength(2);
  });
});
