import { once } from 'node:events';
import { chmod, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { IssueDetails, PreviewState } from '../../src/preview/model.ts';
import { galley, smallConfig, smallIssue, writeFiles } from '../support/galley.ts';
import { makePng } from '../support/make-image.ts';
import { makeTempFolder, useTempFolder } from '../support/make-temp-folder.ts';
import { readEvents } from '../support/read-events.ts';
import { askRaw, runPreview } from '../support/run-preview.ts';

const folder = useTempFolder();
const secret = 'correct-horse-battery-staple';

beforeAll(async () => {
  await writeFiles(folder(), {
    '.env': `SMTP_USER=author\nSMTP_PASS=${secret}\n`,
    'package.json': '{"name":"outside"}',
    'newsletter.config.yaml': smallConfig,
    'issues/2026-11/issue.yaml': smallIssue(2, 'Words ![A picture](picture.png)'),
    'issues/2026-11/picture.png': makePng(20, 10),
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
    const start = performance.now();
    expect(await preview.interrupt()).toBe(130);
    expect(performance.now() - start).toBeLessThan(1000);
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

describe('a stranger', () => {
  const paths = [
    '/',
    '//',
    '/api/state',
    '/api%2fstate',
    '/%61pi/state',
    '//api//state',
    '/events',
    '/mail/2026-11/email.html',
    '/mail/%2e%2e/email.html',
    '/page/..%2f..%2fpackage.json',
    '/nothing',
    '/%',
  ];

  it('with another host learns nothing, whatever the path and the method', async () => {
    const { port } = await runPreview(folder(), ['--port', '0']);
    const hosts = [
      'evil.example',
      `evil.example:${port}`,
      `127.0.0.1:${port + 1}`,
      '127.0.0.1',
      `localhost.evil.example:${port}`,
    ];
    for (const path of paths) {
      for (const host of hosts) {
        const answer = await askRaw(port, path, { headers: { host } });
        expect([path, host, answer.status]).toEqual([path, host, 403]);
        expect(answer.body).not.toContain('Test Letter');
      }
      for (const method of ['HEAD', 'OPTIONS', 'POST', 'DELETE']) {
        const answer = await askRaw(port, path, { method, headers: { host: 'evil.example' } });
        expect([path, method, answer.status]).toEqual([path, method, 403]);
      }
    }
    const named = await askRaw(port, '/api/state', { headers: { host: `localhost:${port}` } });
    expect(named.status).toBe(200);
  });

  it('from another site learns nothing either', async () => {
    const { port } = await runPreview(folder(), ['--port', '0']);
    const strange = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: `http://localhost:${port + 1}` },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ] as const;
    for (const path of paths) {
      for (const headers of strange) {
        const answer = await askRaw(port, path, { headers: { ...headers } });
        expect([path, headers, answer.status]).toEqual([path, headers, 403]);
        expect(answer.headers['access-control-allow-origin']).toBeUndefined();
      }
    }
    const upgrade = { connection: 'upgrade', upgrade: 'websocket', origin: 'https://evil.example' };
    expect((await askRaw(port, '/events', { headers: upgrade })).status).toBe(403);
  });

  it('with a target that names a host of its own is refused', async () => {
    const { port } = await runPreview(folder(), ['--port', '0']);
    const own = `127.0.0.1:${port}`;
    const other = await askRaw(port, 'http://evil.example/api/state', { headers: { host: own } });
    expect(other.status).toBe(403);
    for (const lines of [
      `GET /api/state HTTP/1.1\r\nHost: evil.example\r\nHost: ${own}\r\n`,
      `GET /api/state HTTP/1.1\r\nHost: ${own}\r\nHost: evil.example\r\n`,
      'GET /api/state HTTP/1.0\r\n',
      'OPTIONS * HTTP/1.1\r\nHost: evil.example\r\n',
      'GET \\..\\..\\package.json HTTP/1.1\r\nHost: evil.example\r\n',
    ]) {
      const socket = connect(port, '127.0.0.1');
      socket.end(`${lines}Connection: close\r\n\r\n`);
      let answer = '';
      for await (const chunk of socket) answer += String(chunk);
      expect(answer).toMatch(/^HTTP\/1\.1 40[03] /);
      expect(answer).not.toContain('Test Letter');
    }
  });

  it('on another address of this machine is not answered', async () => {
    const { port } = await runPreview(folder(), ['--port', '0']);
    await expect(fetch(`http://127.0.0.2:${port}/`)).rejects.toThrow();
  });

  it('gets to no file by a path', async () => {
    const { port } = await runPreview(folder(), ['--port', '0']);
    expect((await askRaw(port, '/mail/2026-11/email.html')).status).toBe(200);
    for (const path of [
      '/mail/%2e%2e/%2e%2e/package.json',
      '/mail/../package.json',
      '/mail/..%2f..%2fpackage.json',
      '/mail/2026-11/images/..%2f..%2f..%2fpackage.json',
      '/mail/2026-11/images/%2e%2e%2f%2e%2e%2fpackage.json',
      '/mail/2026-11/images/....//package.json',
      '/mail/2026-11/images/%2fetc%2fpasswd',
      '/mail/2026-11/images/picture.png',
      '/mail/2026-11/images/..%5c..%5cpackage.json',
      '/mail/2026-11/../../package.json',
      '/page/..%2f..%2fpackage.json',
      '/page/../../package.json',
      '/page/%2e%2e/%2e%2e/package.json',
      '/page/..%00/package.json',
      '/page//etc/passwd',
      '/package.json',
      '/.env',
      '/api/issues/..%2f..%2fpackage.json',
      '/api/issues/%2e%2e/changes',
    ]) {
      const answer = await askRaw(port, path);
      expect([path, answer.status]).toEqual([path, 404]);
      expect(answer.body).not.toMatch(/"name"|root:|SMTP/);
    }
  });

  it('posts nothing without the token of this page', async () => {
    const { port, origin } = await runPreview(folder(), ['--port', '0']);
    const { token } = await readJson<PreviewState>(`${origin}/api/state`);
    const path = '/api/send/2026-11';
    const post = (headers: Readonly<Record<string, string>>, body = '') =>
      askRaw(port, path, { method: 'POST', headers, body });
    expect((await post({})).status).toBe(403);
    expect((await post({ 'x-galley-token': token.slice(1) })).status).toBe(403);
    expect((await post({ 'x-galley-token': token, origin: 'https://evil.example' })).status).toBe(
      403,
    );
    expect(token.length).toBeGreaterThanOrEqual(32);
    const own = { 'x-galley-token': token, origin };
    expect((await post(own)).status).toBe(422);
    expect((await post(own, '{')).status).toBe(400);
    expect((await post(own, 'x'.repeat(1_000_000))).status).toBe(413);
    expect((await fetch(`${origin}/api/state`)).status).toBe(200);
    const again = await runPreview(folder(), ['--port', '0']);
    const state = await readJson<PreviewState>(`${again.origin}/api/state`);
    expect(state.token).not.toBe(token);
  });
});

describe('a secret', () => {
  it('is in nothing that the preview answers or says', async () => {
    const preview = await runPreview(folder(), ['--port', '0'], { SMTP_PASS: secret });
    const answers = await Promise.all(
      [
        '/',
        '/api/state',
        '/api/issues/2026-11',
        '/api/issues/2026-11/changes',
        '/mail/2026-11/email.html',
        '/mail/2026-11/email.txt',
        '/mail/2026-11/email.eml',
        '/mail/2026-11/source.html',
      ].map(async (path) => (await fetch(preview.origin + path)).text()),
    );
    expect(answers.join('').length).toBeGreaterThan(10_000);
    expect(answers.join('') + preview.stderr()).not.toContain(secret);
  });
});
