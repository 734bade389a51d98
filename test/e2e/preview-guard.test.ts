import { connect } from 'node:net';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PreviewState } from '../../src/preview/model.ts';
import { smallConfig, smallIssue, writeFiles } from '../support/galley.ts';
import { makePng } from '../support/make-image.ts';
import { useTempFolder } from '../support/make-temp-folder.ts';
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
