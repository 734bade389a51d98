import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launchOptions } from '../../scripts/chromium.js';
import type { Letter } from './print-issue.ts';
import { makePng } from './make-image.ts';

export interface Screen {
  /** CSS pixels. */
  readonly width: number;
  readonly scheme?: 'light' | 'dark';
}

/** An element of the body; `parent` is its place in the list, -1 for the body itself. */
export interface ElementReport {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** All text inside, its white space collapsed. */
  readonly text: string;
  readonly parent: number;
  readonly shown: boolean;
  readonly box: Readonly<Record<'left' | 'top' | 'width' | 'height', number>>;
}

/** A run of text that is shown. */
export interface TextRun {
  readonly text: string;
  /** As CSS computes it: `rgb(…)`. */
  readonly color: string;
  /** From the nearest to the first that hides what is behind it. */
  readonly backgrounds: readonly string[];
  /** Of the font, in CSS pixels. */
  readonly size: number;
  /** The elements it stands in, from the innermost. */
  readonly inside: readonly string[];
}

/** Widths in CSS pixels, and the elements that reach beyond the screen or their own box. */
export interface OverflowReport {
  readonly screen: number;
  readonly document: number;
  readonly beyond: readonly string[];
}

/** The characters in each line of a paragraph, but its last. */
export interface LineReport {
  readonly size: number;
  readonly counts: readonly number[];
}

/** Shows HTML in the one page there is. */
export type OpenPage = (html: string, screen: Screen) => Promise<Page>;

/**
 * One Chromium for the tests of a file. Its page reaches no network: a request to anywhere but
 * `file:` and `data:` is refused and fails the test.
 */
export function useBrowser(): OpenPage {
  const refused: string[] = [];
  let browser: Browser | undefined;
  let page: Page | undefined;
  beforeAll(async () => {
    browser = await chromium.launch(await launchOptions());
    page = await browser.newPage();
    await page.route('**/*', async (route) => {
      const url = route.request().url();
      if (/^(?:file|data|about):/.test(url)) return route.continue();
      refused.push(url);
      return route.abort();
    });
  });
  afterEach(() => {
    expect(refused.splice(0)).toEqual([]);
  });
  afterAll(() => browser?.close());

  return async (html, { width, scheme = 'light' }) => {
    if (page === undefined) throw new Error('The browser starts before the tests.');
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: scheme });
    await page.setContent(html);
    await page.evaluate(probe);
    return page;
  };
}

/** Asks one of the functions of `in-page.js`. */
export async function ask<Answer>(page: Page, name: string): Promise<Answer> {
  return page.evaluate(`probe.${name}()`);
}

/** The HTML with its pictures in it, those on the web replaced. */
export function withPictures({ html, pictures }: Letter): string {
  const local = new Map(
    pictures.map(({ url, image }) => [url, dataUrl(image.type, image.bytes)] as const),
  );
  const remote = dataUrl('image/png', makePng(1200, 500));
  return html.replace(/(?<=<img[^>]* src=")[^"]*/g, (src) => local.get(src) ?? remote);
}

/** The HTML as it is shown when pictures are not loaded. */
export function withoutPictures({ html }: Letter): string {
  return html.replace(/(?<=<img[^>]* src=")[^"]*/g, 'data:,');
}

// --- internal ---

const probe = readFileSync(fileURLToPath(new URL('in-page.js', import.meta.url)), 'utf8');

function dataUrl(type: string, bytes: Uint8Array): string {
  return `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;
}
