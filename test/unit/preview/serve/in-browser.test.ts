import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchOptions } from '../../../../scripts/chromium.js';
import { createApp } from '../../../../src/preview/serve/create-app.ts';
import type { Listening } from '../../../../src/preview/serve/listen.ts';
import { listen } from '../../../../src/preview/serve/listen.ts';
import type { OpenIssue } from '../../../../src/preview/session/session.ts';
import { makePng } from '../../../support/make-image.ts';
import { smallIssue } from '../../../support/plain-letter.ts';
import { createMemorySession, soundIssue } from '../../../support/preview-session.ts';
import { quietPost } from '../../../support/quiet-post.ts';

/** Everything that a mail must not do; each would ask for a file of its name. */
const hostile = `<!doctype html><html><head><base href="https://elsewhere.example/">
  <script src="/by-script.js"></script><link rel="stylesheet" href="/by-link.css">
  <style>@font-face{font-family:x;src:url(/by-font.woff)}body{font-family:x}@import "/by-import.css";</style></head>
  <body onload="new Image().src='/by-handler'"><p>text</p>
  <script>new Image().src = '/by-inline-script'</script>
  <img src="/missing" onerror="new Image().src='/by-error'">
  <iframe src="/by-frame"></iframe><object data="/by-object"></object><video src="/by-video" autoplay></video>
  <svg onload="fetch('/by-svg')"></svg>
  <a id="js" href="javascript:void(new Image().src='/by-link')">x</a>
  <form action="/by-form"><button id="send">x</button></form></body></html>`;

/** The page: a frame as it is there, and what a frame would say to it. */
const shell = `<!doctype html><title>page</title>
  <iframe src="/mail/2026-11/email.html" width="400" height="300"
    sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"></iframe>`;

let browser: Browser;
let page: Page;
let server: Listening;
let asked: string[] = [];
let answered: string[] = [];
let origin = '';

beforeAll(async () => {
  const sections = smallIssue.sections.map((section) =>
    section.kind === 'intro'
      ? {
          ...section,
          body: '![Here](here.png) ![There](https://pictures.example/there.png)\n\n[link](https://a.example/)',
        }
      : section,
  );
  const files = { 'here.png': makePng(20, 10) };
  const sound = await soundIssue('2026-11', { ...smallIssue, sections }, {}, files);
  const bad = withHtml({ ...sound, row: { ...sound.row, slug: 'bad' } }, hostile);
  const app = createApp(createMemorySession([sound, bad]), {
    ...quietPost,
    instance: 'one',
    token: 'token',
    page: new Map([
      [
        'index.html',
        { type: 'text/html; charset=utf-8', bytes: new Uint8Array(Buffer.from(shell)) },
      ],
    ]),
    address: () => origin,
    readBuilt: () => Promise.resolve(null),
    onError: (error) => {
      throw error;
    },
  });
  server = await listen(
    async (request) => {
      const response = await app.fetch(request);
      answered.push(`${response.status} ${new URL(request.url).pathname}`);
      return response;
    },
    { port: 0 },
  );
  origin = `http://127.0.0.1:${server.port}`;
  browser = await chromium.launch(await launchOptions());
  const context = await browser.newContext();
  page = await context.newPage();
  // Nothing leaves this machine: what is asked elsewhere is noted and answered here.
  await context.route('**/*', async (route) => {
    const url = route.request().url();
    asked.push(url);
    if (url.startsWith('http://127.0.0.1:')) return route.continue();
    if (/\.png$/.test(url)) {
      return route.fulfill({ contentType: 'image/png', body: Buffer.from(makePng(20, 10)) });
    }
    return route.fulfill({ contentType: 'text/html', body: 'elsewhere' });
  });
});

afterEach(() => {
  asked = [];
  answered = [];
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

function withHtml(issue: OpenIssue, html: string): OpenIssue {
  if (issue.print === null) throw new Error('The issue was not printed.');
  return { ...issue, print: { ...issue.print, printed: { ...issue.print.printed, html } } };
}

/** What was asked for, without the mail itself. */
function others(): readonly string[] {
  return asked.filter((url) => !/email\.html|favicon/.test(url)).sort();
}

/** The widths of the pictures as they were loaded: 0 for those that were not. */
async function pictures(): Promise<readonly number[]> {
  return page.evaluate('[...document.images].map((image) => image.naturalWidth)');
}

describe('a mail in a tab of its own', () => {
  it('runs no script and loads nothing but pictures', async () => {
    await page.goto(`${origin}/mail/bad/email.html`, { waitUntil: 'networkidle' });
    await page.locator('#js').click({ noWaitAfter: true });
    await page.locator('#send').click({ noWaitAfter: true });
    expect(await page.locator('p').textContent()).toBe('text');
    expect(others()).toEqual([`${origin}/missing`]);
    expect(page.url()).toBe(`${origin}/mail/bad/email.html`);
  });

  it.each([
    ['blocked', [0, 0]],
    ['local', [20, 0]],
    ['all', [20, 20]],
  ])('loads pictures as it is asked to: %s', async (images, widths) => {
    await page.goto(`${origin}/mail/2026-11/email.html?images=${images}`, {
      waitUntil: 'networkidle',
    });
    expect(await pictures()).toEqual(widths);
    const remote = others().filter((url) => !url.startsWith(origin));
    expect(remote).toEqual(images === 'all' ? ['https://pictures.example/there.png'] : []);
  });
});

describe('a mail in the frame of the page', () => {
  it('is shown, and its links open in a tab of their own', async () => {
    await page.goto(origin, { waitUntil: 'networkidle' });
    const link = page.frameLocator('iframe').getByText('link', { exact: true });
    const [popup] = await Promise.all([page.waitForEvent('popup'), link.click()]);
    await popup.waitForLoadState();
    expect(popup.url()).toBe('https://a.example/');
    expect(page.url()).toBe(`${origin}/`);
    expect(await popup.evaluate('window.opener')).toBeNull();
    await popup.close();
  });
});

describe('another site of this machine', () => {
  it('can neither frame the preview nor ask it for anything', async () => {
    const html = `<!doctype html><iframe src="${origin}/mail/2026-11/email.html"></iframe>
      <iframe src="${origin}/"></iframe><img src="${origin}/mail/2026-11/email.txt">
      <script>fetch('${origin}/api/state', { mode: 'no-cors' }).catch(() => {})</script>`;
    const headers = { 'Content-Type': 'text/html' };
    const other = await listen(() => new Response(html, { headers }), { port: 0 });
    await page.goto(`http://127.0.0.1:${other.port}/`, { waitUntil: 'networkidle' });
    await other.close();
    expect(answered.sort()).toEqual([
      '403 /',
      '403 /api/state',
      '403 /mail/2026-11/email.html',
      '403 /mail/2026-11/email.txt',
    ]);
  });
});
