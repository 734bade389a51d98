import { once } from 'node:events';
import { chmod, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { IssueDetails, PreviewState } from '../../src/preview/model.ts';
import { galley, smallConfig, smallIssue, writeFiles } from '../support/galley.ts';
import { makeTempFolder, useTempFolder } from '../support/make-temp-folder.ts';
import { readEvents } from '../support/read-events.ts';
import { runPreview } from '../support/run-preview.ts';

const folder = useTempFolder();

beforeAll(async () => {
  await writeFiles(folder(), {
    'newsletter.config.yaml': smallConfig,
    'issues/2026-11.yaml': smallIssue(2),
    'issues/2026-10.yaml': smallIssue(1),
  });
});

async function readJson<Value>(url: string): Promise<Value> {
  return (await (await fetch(url)).json()) as Value;
}

/** A workspace of its own, for a test that changes it. */
async function makeWorkspace(): Promise<string> {
  const root = await makeTempFolder();
  await writeFiles(root, {
    'newsletter.config.yaml': smallConfig,
    'issues/a.yaml': smallIssue(),
  });
  return root;
}

describe('galley preview', () => {
  it('prints its address, which leads to the issue that was named', async () => {
    const all = await runPreview(folder());
    expect(all.printed).toBe(`http://127.0.0.1:${all.port}/`);
    const one = await runPreview(folder(), ['2026-11', '--port', '0']);
    expect(one.printed).toBe(`http://127.0.0.1:${one.port}/?issue=2026-11`);
    expect(one.stderr()).not.toMatch(/taken/);
    const { issues } = await readJson<PreviewState>(`${one.origin}/api/state`);
    expect(issues.map(({ slug }) => slug)).toEqual(['2026-11', '2026-10']);
  });

  it('takes the next free port when the usual one is taken, and says so', async () => {
    const other = createServer().listen(4255, '127.0.0.1');
    // If it can't, another program has it, which will do as well.
    await Promise.race([once(other, 'listening'), once(other, 'error')]);
    const preview = await runPreview(folder());
    other.close();
    expect(preview.port).not.toBe(4255);
    await preview.says(`Port 4255 is taken, so it is ${preview.port} this time.\n`);
  });

  it('refuses a port that was given and is taken, with exit code 2', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const ended = await galley(folder(), ['preview', '--port', String(port), '--no-open']);
    other.close();
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toContain(`error  port-in-use\n  The port ${port} is taken`);
    expect(ended.stderr).toContain('--port');
  });

  it.each(['abc', '65536', '-1', '80.5', '', '1e3'])('refuses the port %j', async (port) => {
    const ended = await galley(folder(), ['preview', `--port=${port}`, '--no-open']);
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toContain('A port is a number up to 65535');
  });

  it('refuses an issue that is none, and a folder that is no workspace', async () => {
    const unknown = await galley(folder(), ['preview', '2026-12', '--no-open']);
    expect(unknown).toMatchObject({ code: 2, stdout: '' });
    expect(unknown.stderr).toContain('unknown-issue');
    const nowhere = await galley(await makeTempFolder(), ['preview', '--no-open']);
    expect(nowhere).toMatchObject({ code: 2, stdout: '' });
    expect(nowhere.stderr).toContain('missing-workspace');
  });

  it('starts without a config: the page says what is missing, until it is there', async () => {
    const root = await makeWorkspace();
    await rm(join(root, 'newsletter.config.yaml'));
    const { origin } = await runPreview(root, ['--port', '0']);
    const state = () => readJson<PreviewState>(`${origin}/api/state`);
    expect((await state()).diagnostics.map(({ code }) => code)).toEqual(['missing-config']);
    const events = readEvents((await fetch(`${origin}/events`)).body);
    await writeFile(join(root, 'newsletter.config.yaml'), smallConfig);
    expect(await events.until('state')).not.toBeNull();
    expect(await state()).toMatchObject({ publication: 'Test Letter', diagnostics: [] });
  });

  it('tells every tab of a save, and shows the new text', async () => {
    const root = await makeWorkspace();
    const { origin } = await runPreview(root, ['a', '--port', '0']);
    const details = await readJson<IssueDetails>(`${origin}/api/issues/a`);
    const tabs = await Promise.all(
      [1, 2, 3].map(async () => readEvents((await fetch(`${origin}/events`)).body)),
    );
    const greetings = await Promise.all(tabs.map((tab) => tab.next()));
    expect(new Set(greetings.map((event) => JSON.stringify(event))).size).toBe(1);
    await writeFile(join(root, 'issues/a.yaml'), smallIssue(1, 'Quite another sentence.'));
    for (const tab of tabs) {
      const event = await tab.until('issue');
      expect(event).toMatchObject({ type: 'issue', row: { slug: 'a', errors: 0 } });
    }
    const after = await readJson<IssueDetails>(`${origin}/api/issues/a`);
    expect(after.row.version).toBeGreaterThan(details.row.version);
    const mail = await (await fetch(`${origin}/mail/a/email.html`)).text();
    expect(mail).toContain('Quite another sentence.');
  });

  it('ends at once on Ctrl-C, with open tabs', async () => {
    const preview = await runPreview(folder(), ['--port', '0']);
    const tabs = await Promise.all(
      [1, 2, 3].map(async () => readEvents((await fetch(`${preview.origin}/events`)).body)),
    );
    for (const tab of tabs) expect(await tab.next()).toMatchObject({ type: 'hello' });
    // It would never end if it waited for the tabs.
    expect(await preview.interrupt()).toBe(130);
    for (const tab of tabs) await expect(tab.until('hello')).rejects.toThrow();
    await expect(fetch(`${preview.origin}/`)).rejects.toThrow();
  });
});

describe('the browser', () => {
  /** A folder of programs that note what they are asked to open. */
  async function makeOpener(): Promise<{ readonly path: string; readonly opened: string }> {
    const path = await makeTempFolder();
    const opened = join(path, 'opened');
    for (const name of ['xdg-open', 'open']) {
      await writeFile(join(path, name), `#!/bin/sh\necho "$1" > "${opened}"\n`);
      await chmod(join(path, name), 0o755);
    }
    return { path, opened };
  }

  it('is opened at the address', async () => {
    const { path, opened } = await makeOpener();
    const preview = await runPreview(folder(), ['2026-11', '--port', '0'], {
      BROWSER: '',
      PATH: path,
    });
    await expect.poll(() => readFile(opened, 'utf8').catch(() => '')).toBe(`${preview.printed}\n`);
    expect(await preview.interrupt()).toBe(130);
  });

  it.each([
    ['--no-open', ['--no-open'], {}],
    ['BROWSER=none', [], { BROWSER: 'none' }],
  ] as const)('is left alone with %s', async (_, args, env) => {
    const { path, opened } = await makeOpener();
    const given = { BROWSER: '', PATH: path, ...env };
    const preview = await runPreview(folder(), ['--port', '0', ...args], given);
    expect((await fetch(`${preview.origin}/api/state`)).status).toBe(200);
    expect(await preview.interrupt()).toBe(130);
    await expect(readFile(opened)).rejects.toThrow();
    expect(preview.stderr()).not.toMatch(/browser/i);
  });

  it('that can not be opened stops nothing', async () => {
    const env = { BROWSER: '', PATH: await makeTempFolder() };
    const preview = await runPreview(folder(), ['--port', '0'], env);
    await preview.says('No browser could be opened here: go to the address yourself.\n');
    expect((await fetch(`${preview.origin}/api/state`)).status).toBe(200);
    expect(await preview.interrupt()).toBe(130);
  });
});
