import axe from 'axe-core';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContext, Frame, Page, Request } from 'playwright-core';
import { chromium } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { launchOptions } from '../../scripts/chromium.js';
import type { PageFiles } from '../../src/preview/serve/page-files.ts';
import type { PostOptions } from '../../src/preview/serve/post-routes.ts';
import { printLetters } from '../support/letters.ts';
import type { PageServer } from '../support/page-server.ts';
import { bundlePageFiles, startPageServer } from '../support/page-server.ts';
import type { Letter } from '../support/print-issue.ts';
import { quietPost } from '../support/quiet-post.ts';

export interface Window {
  /** CSS pixels; 1440 × 900 if left out. */
  readonly width?: number;
  readonly height?: number;
  readonly scheme?: 'light' | 'dark';
}

/** What a test of the preview's page uses: fresh for each test, but for the browser. */
export interface PreviewPage {
  readonly server: () => PageServer;
  /** Opens the page with a query and waits until the mail or another view is drawn. */
  readonly open: (query: string, window?: Window) => Promise<Page>;
  /** What went wrong so far, such as requests to elsewhere; from then on it is forgotten. */
  readonly strayed: () => readonly string[];
}

/**
 * One Chromium for the tests of a file. A message of the browser's console that is an error, and a
 * request to anywhere but the server, fails the test. `post` is what it sends with, fresh for each.
 */
export function usePreviewPage(post: () => PostOptions = () => quietPost): PreviewPage {
  const wrong: string[] = [];
  let letters: readonly Letter[] = [];
  let files: PageFiles = new Map();
  let browser: Browser | null = null;
  let context: BrowserContext | null = null;
  let server: PageServer | null = null;

  beforeAll(async () => {
    letters = (await printLetters()).map(([, letter]) => letter);
    files = await bundlePageFiles();
    browser = await chromium.launch(await launchOptions());
  });
  beforeEach(async () => {
    server = await startPageServer(letters, files, post());
  });
  afterEach(async () => {
    await context?.close();
    await server?.stop();
    expect(wrong.splice(0)).toEqual([]);
  });
  afterAll(() => browser?.close());

  const open: PreviewPage['open'] = async (query, window = {}) => {
    const { width = 1440, height = 900, scheme = 'light' } = window;
    if (browser === null || server === null) throw new Error('Nothing is started yet.');
    const address = server.address();
    context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme });
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: address });
    const page = await context.newPage();
    page.on('pageerror', (error) => wrong.push(String(error.stack)));
    page.on('console', (message) => {
      // A server that is away, and a picture that is blocked, are not errors of the page.
      if (message.type() !== 'error' || expected.test(message.text())) return;
      wrong.push(message.text());
    });
    const tell = (request: Request) => {
      const isWeb = /^(?:https?|wss?):/.test(request.url());
      if (isWeb && !request.url().startsWith(address)) wrong.push(request.url());
    };
    page.on('requestfinished', tell);
    page.on('requestfailed', (request) => {
      // What the policy of the mail stops never leaves the browser.
      if (request.failure()?.errorText !== 'csp') tell(request);
    });
    await page.addInitScript(() => {
      document.addEventListener('galley:drawn', () => {
        const { dataset } = document.documentElement;
        dataset['drawn'] = String(Number(dataset['drawn'] ?? 0) + 1);
      });
    });
    await page.goto(`${address}/${query}`);
    await waitForSight(page);
    return page;
  };
  return {
    open,
    strayed: () => wrong.splice(0),
    server: () => {
      if (server === null) throw new Error('Nothing is started yet.');
      return server;
    },
  };
}

/** Waits until a view is drawn, or a notice says why there is none: one that isn't soon replaced. */
export async function waitForSight(page: Page): Promise<void> {
  const notice = page.locator('.notice:not(:empty):not([hidden])').filter({ hasNotText: /…$/ });
  await page.locator('[data-drawn]').or(notice).first().waitFor();
}

/** How often something of the issue was drawn. */
export function drawnCount(page: Page): Promise<number> {
  return page.evaluate(() => Number(document.documentElement.dataset['drawn'] ?? 0));
}

/** Waits until something more was drawn than a count. */
export async function waitForDrawn(page: Page, count: number): Promise<void> {
  await page.waitForFunction(
    (before) => Number(document.documentElement.dataset['drawn'] ?? 0) > before,
    count,
  );
}

/** The frame of the mail that is shown. */
export async function mailFrame(page: Page, pane = 0): Promise<Frame> {
  await page.waitForFunction(() => document.querySelector('iframe.coming') === null);
  const element = page.locator('view-pane').nth(pane).locator('iframe');
  const handle = await element.elementHandle();
  const frame = await handle.contentFrame();
  if (!frame) throw new Error('No mail is shown.');
  return frame;
}

/** What axe finds wrong with the page. */
export async function findingsOf(page: Page): Promise<string[]> {
  // The policy allows no script that is not the page's own, so it comes from the debugger.
  await page.evaluate(axe.source);
  const results = await page.evaluate<AxeResults>(
    'axe.run(document, { iframes: false, resultTypes: ["violations"] })',
  );
  expect(results.passes.length).toBeGreaterThan(10);
  return results.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join('\n')}`,
  );
}

// --- internal ---

const expected = /ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED|404 \(Not Found\)|img-src/;
