import { describe, expect, it } from 'vitest';
import type { PreviewState } from '../../../../src/preview/model.ts';
import { createApp } from '../../../../src/preview/serve/create-app.ts';
import { quietPost } from '../../../support/quiet-post.ts';
import { address, policyOf, token, usePreviewApp } from './preview-app.ts';

const { appWith, ask, post, session } = usePreviewApp();

describe('every answer', () => {
  const paths = [
    '/',
    '/page/app.js',
    '/api/state',
    '/api/issues/2026-11',
    '/api/issues/2026-11/changes',
    '/events',
    '/mail/2026-11/email.html',
    '/mail/2026-11/email.txt',
    '/mail/2026-11/email.eml',
    '/mail/2026-11/source.html',
    '/mail/2026-11/places',
    '/mail/2026-12/email.html',
    '/api/issues/none',
    '/nothing',
  ];

  it.each(paths)('of %s is not guessed at, kept, told or shared', async (path) => {
    const response = await ask(path);
    await response.body?.cancel();
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
    expect(response.headers.has('access-control-allow-origin')).toBe(false);
    expect(policyOf(response, 'default-src')).toBe("'none'");
    expect(policyOf(response, 'frame-ancestors')).toBe(
      path.startsWith('/mail') && response.ok ? "'self'" : "'none'",
    );
  });

  it.each([
    ...paths,
    '//',
    '//api/state',
    '/api//state',
    '/%61pi/state',
    '/api%2fstate',
    '/mail/%2e%2e/api/state',
    '/mail/2026-11/images/..%2f..%2femail.html',
    '/%',
    '/%ff',
    '/favicon.ico',
  ])('at %s is kept from other hosts and sites, whatever the method', async (path) => {
    const app = appWith();
    const opened = session().opened.length;
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'TEAPOT']) {
      const init = { method, headers: { 'x-galley-token': token } };
      const foreign = await app.request(`http://evil.example:4255${path}`, init);
      expect(foreign.status).toBe(403);
      expect(foreign.headers.get('x-content-type-options')).toBe('nosniff');
      const headers = { ...init.headers, origin: 'https://evil.example' };
      expect((await app.request(address + path, { method, headers })).status).toBe(403);
    }
    expect(session().opened.length).toBe(opened);
    expect(session().listeners()).toBe(0);
  });

  it('to a POST without the token is a calm refusal', async () => {
    for (const headers of [{}, { 'x-galley-token': 'another' }]) {
      const response = await ask('/api/send/2026-11', { method: 'POST', headers });
      expect(response.status).toBe(403);
      expect(await response.json()).toEqual({
        message: 'This page belongs to a preview that was started before. Reload it.',
      });
    }
  });
});

describe('the page', () => {
  it('is its shell, with a policy that lets nothing leave the machine', async () => {
    const response = await ask('/?issue=2026-11&view=mail');
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await response.text()).toBe('<!doctype html>page');
    expect(response.headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
  });

  it('has its files, by their exact names', async () => {
    const script = await ask('/page/app.js');
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(await script.text()).toBe('app()');
    for (const name of ['', 'none.js', '..%2findex.html', '%2e%2e%2f..%2fpackage.json', 'APP.JS']) {
      expect((await ask(`/page/${name}`)).status).toBe(404);
    }
  });

  it('says so when it was not built', async () => {
    const response = await appWith({ page: new Map() }).request(address);
    expect(response.status).toBe(404);
    expect(await response.text()).toMatch(/was not built/);
  });
});

describe('the state', () => {
  it('is that of the session, with what the server knows', async () => {
    const state = (await (await ask('/api/state')).json()) as PreviewState;
    expect(state).toMatchObject({ instance: 'one', token, publication: 'Test Letter' });
    expect(state.issues.map(({ slug }) => slug)).toEqual(['2026-11', '2026-12']);
    expect(state).toMatchObject({ cannotSend: null, sendsToOutbox: true, send: null });
  });
});

describe('a POST', () => {
  it('to send says why that is not possible', async () => {
    const response = await post('/api/send/2026-11');
    expect(response.status).toBe(422);
    expect(await response.json()).toEqual({
      message: 'Nothing is sent in this test.',
      hint: 'Do otherwise.',
    });
  });

  it.each([
    ['{', 400],
    ['{"a":', 400],
    ['\0\uFFFF', 400],
    ['[]', 422],
    ['{}', 422],
    ['x'.repeat(70_000), 413],
  ])('with a body it can not use is refused: %#', async (body, status) => {
    expect((await post('/api/send/2026-11', { body })).status).toBe(status);
  });

  it('without end is not read to the end', async () => {
    let read = 0;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        controller.enqueue(new Uint8Array(10_000));
        read += 10_000;
      },
    });
    const init = { body, duplex: 'half' } as RequestInit;
    expect((await post('/api/send/2026-11', init)).status).toBe(413);
    expect(read).toBeLessThan(200_000);
  });

  it.each(['/', '/api/state', '/events', '/mail/2026-11/email.html'])(
    'to %s leads nowhere',
    async (path) => {
      expect((await post(path)).status).toBe(404);
    },
  );
});

describe('what is not expected', () => {
  it('is told to the terminal, not to the browser', async () => {
    const told: unknown[] = [];
    const bug = new Error('a path of this computer');
    const broken = { ...session(), state: () => Promise.reject(bug) };
    const app = createApp(broken, {
      ...quietPost,
      instance: 'one',
      token,
      page: new Map(),
      address: () => address,
      readBuilt: () => Promise.resolve(null),
      onError: (error) => told.push(error),
    });
    const response = await app.request(`${address}/api/state`);
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('computer');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(told).toEqual([bug]);
  });
});
