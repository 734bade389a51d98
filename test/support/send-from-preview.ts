import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { launchOptions } from '../../scripts/chromium.js';
import type { PreviewState, ShownSend } from '../../src/preview/model.ts';
import { smallIssue } from './galley.ts';
import type { EventReader } from './read-events.ts';
import { readEvents } from './read-events.ts';
import type { RunningPreview } from './run-preview.ts';
import type { SendFixture } from './send-workspace.ts';

/** A draft with a picture, for two recipients. */
export const draft: SendFixture = {
  config: 'testRecipients: [a@example.com, b@example.com]\n',
  issue: smallIssue(1, 'Straße, ![A picture](a.png) and [a link](https://a.example/?reader=1).'),
};

/**
 * One Chromium for the tests of a file. Opens tabs that note all that they were answered: in it no
 * secret may stand.
 */
export function useTabs() {
  let browser: Browser | null = null;
  beforeAll(async () => {
    browser = await chromium.launch(await launchOptions());
  });
  afterAll(() => browser?.close());

  return async (preview: RunningPreview) => {
    if (browser === null) throw new Error('The browser starts before the tests.');
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    const answers: Promise<string>[] = [];
    page.on('response', (response) => {
      if (!response.url().endsWith('/events')) answers.push(response.text().catch(() => ''));
    });
    await page.goto(`${preview.origin}/?issue=one`);
    return { page, answered: async () => (await Promise.all(answers)).join('\n') };
  };
}

/** “Send test to me”. */
export function button(page: Page) {
  return page.getByRole('button', { name: 'Send test to me' });
}

/** What is told of a send. */
export function panel(page: Page) {
  return page.locator('send-panel');
}

/** Sends as the page does, without a browser. */
export async function post(
  { origin }: RunningPreview,
  slug: string,
  text?: string,
): Promise<Response> {
  const { token } = (await (await fetch(`${origin}/api/state`)).json()) as PreviewState;
  const headers = { 'x-galley-token': token, origin };
  return fetch(`${origin}/api/send/${slug}`, { method: 'POST', headers, body: text ?? null });
}

/** The events that the page hears. */
export async function openEvents({ origin }: RunningPreview): Promise<EventReader> {
  return readEvents((await fetch(`${origin}/events`)).body);
}

/** The send as it ended. */
export async function untilDone(events: EventReader): Promise<ShownSend> {
  for (;;) {
    const event = await events.until('send');
    if (event?.type === 'send' && event.send.isDone) return event.send;
  }
}
