import { beforeAll, describe, expect, it } from 'vitest';
import type { IssueChanges, IssueDetails, PreviewState } from '../../../../src/preview/model.ts';
import type { AppOptions } from '../../../../src/preview/serve/create-app.ts';
import { createApp } from '../../../../src/preview/serve/create-app.ts';
import { showDetails } from '../../../../src/preview/serve/show-details.ts';
import type { Session } from '../../../../src/preview/session/session.ts';
import { makePng } from '../../../support/make-image.ts';
import { smallIssue } from '../../../support/plain-letter.ts';
import type { MemorySession } from '../../../support/preview-session.ts';
import { brokenIssue, createMemorySession, soundIssue } from '../../../support/preview-session.ts';
import { quietPost } from '../../../support/quiet-post.ts';

const address = 'http://127.0.0.1:4255';
const token = 'the-token';
const picture = makePng(20, 10);
let session: MemorySession;
let html = '';

beforeAll(async () => {
  const [intro, signOff] = smallIssue.sections;
  const sections = [
    {
      ...intro,
      body: [
        '![Here](here.png) ![There](https://pictures.example/there.png)',
        '',
        '[one](https://a.example/) [two](https://a.example/) [three](https://b.example/)',
      ].join('\n'),
    },
    signOff,
  ] as typeof smallIssue.sections;
  const sound = await soundIssue(
    '2026-11',
    { ...smallIssue, sections },
    { imageBase: 'https://cdn.example/{slug}/' },
    { 'here.png': picture },
  );
  html = sound.print?.printed.html ?? '';
  session = createMemorySession([sound, brokenIssue('2026-12')]);
});

function appWith(options: Partial<AppOptions> = {}) {
  return createAppOver(session, options);
}

function createAppOver(shown: Session, options: Partial<AppOptions> = {}) {
  return createApp(shown, {
    ...quietPost,
    instance: 'one',
    token,
    page: new Map([
      ['index.html', { type: 'text/html; charset=utf-8', bytes: encode('<!doctype html>page') }],
      ['app.js', { type: 'text/javascript; charset=utf-8', bytes: encode('app()') }],
    ]),
    address: () => address,
    readBuilt: () => Promise.resolve(null),
    onError: (error) => {
      throw error;
    },
    ...options,
  });
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text));
}

async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  return appWith().request(address + path, init);
}

function post(path: string, init: RequestInit = {}): Promise<Response> {
  return ask(path, { ...init, method: 'POST', headers: { 'x-galley-token': token } });
}

/** A directive of an answer's policy. */
function policyOf({ headers }: Response, name: string): string | undefined {
  const directives = (headers.get('content-security-policy') ?? '').split('; ');
  return directives.find((directive) => directive.split(' ')[0] === name)?.slice(name.length + 1);
}

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
    const opened = session.opened.length;
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'TEAPOT']) {
      const init = { method, headers: { 'x-galley-token': token } };
      const foreign = await app.request(`http://evil.example:4255${path}`, init);
      expect(foreign.status).toBe(403);
      expect(foreign.headers.get('x-content-type-options')).toBe('nosniff');
      const headers = { ...init.headers, origin: 'https://evil.example' };
      expect((await app.request(address + path, { method, headers })).status).toBe(403);
    }
    expect(session.opened.length).toBe(opened);
    expect(session.listeners()).toBe(0);
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

describe('an issue', () => {
  it('is shown with its links and its message', async () => {
    const details = (await (await ask('/api/issues/2026-11')).json()) as IssueDetails;
    const { rendering } = details;
    expect(rendering).toMatchObject({
      stale: false,
      links: { total: 3, distinct: 2 },
      hasRemoteImages: true,
      inbox: { subject: 'A small letter' },
    });
    expect(rendering?.message.root.parts.map(({ type }) => type)).toEqual([
      'text/plain',
      'multipart/related',
    ]);
    expect(rendering?.message.headers).toContainEqual({
      name: 'Subject',
      value: 'A small letter',
    });
    const eml = await (await ask('/mail/2026-11/email.eml')).arrayBuffer();
    expect(rendering?.message.bytes).toBe(eml.byteLength);
  });

  it('that was never without errors has no rendering, no mail and no changes', async () => {
    const details = (await (await ask('/api/issues/2026-12')).json()) as IssueDetails;
    expect(details).toMatchObject({ row: { slug: '2026-12' }, rendering: null });
    const changes = await ask('/api/issues/2026-12/changes');
    expect(changes.status).toBe(404);
    expect(await changes.json()).toEqual({ message: expect.stringMatching(/errors/) as string });
    expect((await ask('/mail/2026-12/email.html')).status).toBe(404);
  });

  it.each(['none', '..', '%2e%2e%2fpackage.json', '__proto__', 'constructor', '%00', '%ff', 'A'])(
    'that is called %s is none',
    async (slug) => {
      for (const path of [`/api/issues/${slug}`, `/api/issues/${slug}/changes`]) {
        const response = await ask(path);
        expect(response.status).toBe(404);
        expect(await response.json()).toEqual({ message: expect.any(String) as string });
      }
      const mail = await ask(`/mail/${slug}/email.html`);
      expect(mail.status).toBe(404);
      expect(mail.headers.get('content-type')).toMatch(/^text\/plain/);
      expect((await post(`/api/send/${slug}`)).status).toBe(404);
    },
  );

  it('is compared with its last build', async () => {
    const readBuilt = (slug: string) =>
      Promise.resolve({ html: '<p>was</p>', text: `${slug}\nbuilt\n` });
    const response = await appWith({ readBuilt }).request(`${address}/api/issues/2026-11/changes`);
    const changes = (await response.json()) as IssueChanges;
    expect(changes.htmlBytes).toEqual({ built: 10, now: Buffer.byteLength(html) });
    expect(changes.text.find(({ kind }) => kind === 'removed')?.lines).toContain('built');
    const never = await (await ask('/api/issues/2026-11/changes')).json();
    expect(never).toMatchObject({ built: false, text: [], html: [] });
  });
});

describe('pictures', () => {
  it('count as remote when they come from the web, not when they will be there', async () => {
    const [intro, signOff] = smallIssue.sections;
    const body = '![Here](here.png)';
    const sections = [{ ...intro, body }, signOff] as typeof smallIssue.sections;
    const config = { imageBase: 'https://cdn.example/?a=1&b={slug}' };
    const issue = await soundIssue('a', { ...smallIssue, sections }, config, {
      'here.png': picture,
    });
    expect(issue.print?.printed.html).toContain('src="https://cdn.example/');
    expect(showDetails(issue).rendering?.hasRemoteImages).toBe(false);
    const shown = await (await ask('/api/issues/2026-11')).json();
    expect(shown).toMatchObject({ rendering: { hasRemoteImages: true } });
  });
});

describe('the mail', () => {
  it('may never run a script, in the frame or in a tab of its own', async () => {
    const names = ['email.html', 'email.txt', 'email.eml', 'source.html'];
    const image = /src="images\/([^"]*)"/.exec(
      await (await ask('/mail/2026-11/email.html')).text(),
    );
    for (const name of [...names, `images/${image?.[1] ?? ''}`]) {
      const response = await ask(`/mail/2026-11/${name}`);
      expect(response.status).toBe(200);
      expect(policyOf(response, 'script-src')).toBe("'none'");
      expect(policyOf(response, 'base-uri')).toBe("'none'");
      expect(policyOf(response, 'form-action')).toBe("'none'");
      expect(policyOf(response, 'sandbox')).toBe(
        'allow-same-origin allow-popups allow-popups-to-escape-sandbox',
      );
    }
  });

  it.each([
    ['', "'self'"],
    ['?images=blocked', "'none'"],
    ['?images=local', "'self'"],
    ['?images=all', "'self' https: http:"],
    ['?images=*', "'self'"],
    ["?images='unsafe-inline'", "'self'"],
  ])('loads pictures as it is asked: %j', async (query, sources) => {
    const response = await ask(`/mail/2026-11/email.html${query}`);
    expect(policyOf(response, 'img-src')).toBe(sources);
  });

  it('is in the scheme it is asked in, with or without styles', async () => {
    const shown = async (query: string) => (await ask(`/mail/2026-11/email.html?${query}`)).text();
    expect(await shown('')).toBe(await shown('scheme=light&styles=on'));
    expect(await shown('scheme=dark')).toContain('<meta name="color-scheme" content="dark"');
    expect(await shown('scheme=dark')).not.toContain('prefers-color-scheme');
    expect(await shown('scheme=sepia')).toBe(await shown('scheme=light'));
    expect(await shown('styles=off')).not.toMatch(/<style/i);
  });

  it('shows its local pictures from here, and no others', async () => {
    const mail = await (await ask('/mail/2026-11/email.html')).text();
    const [, src = ''] = /src="(images\/here-[^"]*)"/.exec(mail) ?? [];
    const response = await ask(`/mail/2026-11/${src}`);
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(response.headers.get('cache-control')).toMatch(/immutable/);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(new Uint8Array(picture));
    const names = [
      'here.png',
      '',
      '%2e%2e%2fhere.png',
      '..%2f..%2f..%2fpackage.json',
      `${src.slice('images/'.length)}%00`,
      src.slice('images/'.length, -1),
      `..%2f${src}`,
    ];
    for (const name of names) {
      expect((await ask(`/mail/2026-11/images/${name}`)).status).toBe(404);
    }
  });

  it('comes exactly as galley build writes it, as text', async () => {
    const source = await ask('/mail/2026-11/source.html');
    expect(source.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await source.text()).toBe(html);
    expect(html).toContain('https://cdn.example/one/here-');
  });

  it('tells where the fields stand, as text, or that this is not known', async () => {
    expect((await ask('/mail/2026-11/places')).status).toBe(404);
    const known = { ...session, traced: (slug: string) => Promise.resolve(`<p>${slug}</p>`) };
    const app = createAppOver(known);
    const response = await app.request(`${address}/mail/2026-11/places`);
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await response.text()).toBe('<p>2026-11</p>');
    expect((await app.request(`${address}/mail/2026-12/places`)).status).toBe(404);
  });

  it('is saved as a message', async () => {
    const response = await ask('/mail/2026-11/email.eml');
    expect(response.headers.get('content-type')).toBe('message/rfc822');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="2026-11.eml"');
    expect(await response.text()).toMatch(/^From: /);
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
    const broken = { ...session, state: () => Promise.reject(bug) };
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
