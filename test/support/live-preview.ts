import { readFileSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launchOptions } from '../../scripts/chromium.js';
import { galley, writeFiles } from './galley.ts';
import { makeTempFolder, useTempFolder } from './make-temp-folder.ts';
import type { RunningPreview } from './run-preview.ts';
import { runPreview } from './run-preview.ts';

/** The built command over a workspace on disk, and its page in a real Chromium. */
export interface LivePreview {
  readonly root: string;
  readonly server: RunningPreview;
  readonly page: Page;
  /** Writes files into the workspace. */
  readonly save: (files: Readonly<Record<string, string | Uint8Array>>) => Promise<void>;
  /** Opens another tab. */
  readonly openTab: (query: string) => Promise<Page>;
}

/** How the mail is drawn: see `in-preview.js`. */
export interface MailReport {
  readonly width: number;
  readonly top: number;
  readonly text: string;
  readonly background: string;
  readonly link: string;
  readonly pictures: readonly number[];
  readonly styles: number;
}

/** What was seen of the mail, frame by frame. */
export interface WatchReport {
  readonly frames: number;
  readonly fewestCharacters: number;
  readonly tops: readonly number[];
  readonly isSame: boolean;
}

/**
 * One Chromium for the tests of a file; each test starts previews of its own, in fresh copies of a
 * workspace that was built once. A request to anywhere but its preview, and an error in the page,
 * fails the test.
 */
export function useLivePreviews(
  files: Readonly<Record<string, string | Uint8Array>>,
): (query: string, env?: Readonly<Record<string, string>>) => Promise<LivePreview> {
  const template = useTempFolder();
  const wrong: string[] = [];
  let browser: Browser | undefined;
  let contexts: BrowserContext[] = [];
  beforeAll(async () => {
    await writeFiles(template(), files);
    // The theme is compiled once for all.
    expect(await galley(template(), ['build'])).toMatchObject({ code: 0 });
    await rm(join(template(), 'out'), { recursive: true });
    browser = await chromium.launch(await launchOptions());
  });
  afterEach(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    contexts = [];
    expect(wrong.splice(0)).toEqual([]);
  });
  afterAll(() => browser?.close());

  return async (query, env = {}) => {
    if (browser === undefined) throw new Error('The browser starts before the tests.');
    const root = await makeTempFolder();
    await cp(template(), root, { recursive: true });
    const server = await runPreview(root, ['--port', '0'], env);
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    contexts.push(context);
    await context.route('**/*', async (route) => {
      const url = route.request().url();
      if (url.startsWith(`${server.origin}/`)) return route.continue();
      wrong.push(url);
      return route.abort();
    });
    await context.addInitScript(probe);
    const openTab = async (asked: string) => {
      const page = await context.newPage();
      page.on('pageerror', (error) => wrong.push(String(error.stack)));
      await page.goto(`${server.origin}/${asked}`);
      await ask(page, 'drawn');
      return page;
    };
    const page = await openTab(query);
    return { root, server, page, save: (changed) => writeFiles(root, changed), openTab };
  };
}

/** Asks one of the functions of `in-preview.js`. */
export async function ask<Answer>(page: Page, name: string, argument?: unknown): Promise<Answer> {
  return page.evaluate(`probe.${name}(${JSON.stringify(argument)})`);
}

/** Resolves when the mail that is shown has a text, and that is painted. */
export async function shows(page: Page, text: string): Promise<void> {
  await ask(page, 'shows', text);
}

/** The frame of the mail that is shown. */
export async function mailFrame(page: Page): Promise<Frame> {
  const handle = await page.locator('iframe:not(.coming)').first().elementHandle();
  const frame = await handle.contentFrame();
  if (!frame) throw new Error('No mail is shown.');
  return frame;
}

// --- internal ---

const probe = readFileSync(fileURLToPath(new URL('in-preview.js', import.meta.url)), 'utf8');
