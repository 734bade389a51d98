import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { usePreviewPage } from './use-preview-page.ts';

const { open, server } = usePreviewPage();

describe('the views', () => {
  test('show the plain text in full, with links and the edge at 72 columns', async () => {
    const page = await open('?issue=2026-11&view=text');
    const text = await read(page, '/mail/2026-11/email.txt');
    expect(await page.locator('text-view pre').textContent()).toBe(text);
    const link = page.getByRole('link', { name: 'https://curl.se/donation.html' }).first();
    expect(await link.getAttribute('target')).toBe('_blank');
    // A rule of 72 dashes ends at the edge.
    const gap = await page.evaluate(() => {
      const pre = document.querySelector('text-view pre');
      const edge = document.querySelector('text-view .edge');
      const dashes = '-'.repeat(72);
      const rule = [...(pre?.childNodes ?? [])].find(({ nodeValue }) =>
        nodeValue?.includes(dashes),
      );
      if (!rule || !edge) throw new Error('There is no rule.');
      const start = rule.nodeValue?.indexOf(dashes) ?? 0;
      const range = document.createRange();
      range.setStart(rule, start);
      range.setEnd(rule, start + dashes.length);
      return edge.getBoundingClientRect().right - range.getBoundingClientRect().right;
    });
    expect(Math.abs(gap)).toBeLessThan(1);
  });

  test('show the line in inboxes, cut where it would be, and say so', async () => {
    const page = await open('?issue=2026-11&view=inbox');
    const view = page.locator('inbox-view');
    expect(await view.locator('.phone .subject').allTextContents()).toEqual([
      'What is in an email, anyway?',
      'What is in an email, anyway?',
    ]);
    const preheader = await view.locator('.phone .preheader').first().textContent();
    expect(preheader).toMatch(/…$/);
    const seen = (preheader?.length ?? 0) - 1;
    const words = await view.locator('li').allTextContents();
    expect(words[0]).toBe('The subject is seen whole.');
    expect(words[1]).toMatch(new RegExp(`^The preheader is cut after “.+”: ${seen} of \\d+`));
    const overflows = await view
      .locator(':is(.sender, .subject, .preheader)')
      .evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth + 1).length);
    expect(overflows).toBe(0);
    const backgrounds = await view
      .locator('.phone')
      .evaluateAll((all) => all.map((one) => getComputedStyle(one).backgroundColor));
    expect(backgrounds).toEqual(['rgb(255, 255, 255)', 'rgb(26, 26, 26)']);
  });

  test('show headers and parts of the message', async () => {
    const page = await open('?issue=2026-11&view=message');
    const headers = page.locator('message-view table');
    expect(await headers.getByRole('row', { name: /^Subject/ }).textContent()).toBe(
      'SubjectWhat is in an email, anyway?',
    );
    const types = await page.locator('message-view .type').allTextContents();
    expect(types.slice(0, 2)).toEqual(['multipart/alternative', 'text/plain']);
    expect(types).toContain('text/html');
    expect(await page.locator('message-view .size').first().textContent()).toMatch(/^[\d.]+ KB$/);
  });

  test('show the source as text, all of it', async () => {
    const page = await open('?issue=2026-11&view=source');
    const source = await read(page, '/mail/2026-11/source.html');
    const shown = await page.locator('source-view code').textContent();
    expect(shown?.replaceAll('\n', '')).toBe(source.replaceAll('\n', ''));
    expect(await page.locator('source-view .line').count()).toBeGreaterThan(200);
    expect(await page.locator('source-view :is(img, table, style)').count()).toBe(0);
  });

  test('show what changed since the last build, not by colour alone', async () => {
    const page = await open('?issue=2026-11&view=changes');
    await page.getByText('This issue was never built.').waitFor();
    server().build();
    server().edit('2026-10', 'A million', 'Two million');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await page.getByText('Nothing changed since the last build.').waitFor();
    server().edit('2026-11', 'Last month I promised', 'A month ago I promised');
    const added = page.locator('changes-view ins');
    await added.first().waitFor();
    expect(await added.first().textContent()).toMatch(/^\+A month ago I promised/);
    expect(await page.locator('changes-view del').first().textContent()).toMatch(/^−Last month/);
    await page.getByText(/1 line added, 1 line removed · .* 1 byte more/).waitFor();
  });

  test('stand side by side, any two', async () => {
    const page = await open('?issue=2026-11&view=inbox&beside=message');
    await page.locator('inbox-view .phone').first().waitFor();
    await page.locator('message-view table').waitFor();
    await page.getByLabel('Beside').selectOption('Text');
    await page.locator('text-view', { hasText: 'What is in an email' }).waitFor();
    await page.waitForURL(/beside=text/);
    expect(await page.locator('mail-options').isVisible()).toBe(false);
  });

  test('are left as they were when they are looked at again', async () => {
    const page = await open('?issue=2026-11&view=text');
    await page.locator('text-view').evaluate((view) => {
      view.scrollTop = 500;
    });
    await page.keyboard.press('s');
    await page.locator('source-view .line').first().waitFor();
    await page.keyboard.press('t');
    expect(await page.locator('text-view').evaluate((view) => view.scrollTop)).toBe(500);
  });
});

describe('the figures', () => {
  test('tell the size against what Gmail shows, live', async () => {
    const page = await open('?issue=2026-11');
    const meter = page.getByRole('meter', { name: 'Size of the HTML' });
    expect(await meter.getAttribute('aria-valuetext')).toMatch(/^\d+\.\d of 102 KB$/);
    server().edit('2026-11', 'Hello again,', 'Hello again and again, '.repeat(2500));
    await page.getByText('near Gmail’s limit').waitFor();
    server().edit('2026-11', 'and again, ', 'and once more and yet again, ');
    await page.getByText('Gmail clips it').waitFor();
    expect(await meter.getAttribute('aria-valuenow')).toBe('102');
    await page.locator('size-meter', { hasText: /[\d,]+ words\d+ min read\d+ links/ }).waitFor();
  });
});

describe('the actions', () => {
  test('say that they did', async () => {
    const page = await open('?issue=2026-11');
    await page.getByRole('button', { name: 'Copy HTML' }).click();
    await page.getByText('Copied the HTML.').waitFor();
    const source = await read(page, '/mail/2026-11/source.html');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(source);
    await page.getByRole('button', { name: 'Copy text' }).click();
    await page.getByText('Copied the plain text.').waitFor();
    const saving = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Save .eml' }).click();
    expect((await saving).suggestedFilename()).toBe('2026-11.eml');
    await page.getByText('Saved 2026-11.eml.').waitFor();
    const opening = page.context().waitForEvent('page');
    await page.getByRole('link', { name: 'Open email.html' }).click();
    expect((await opening).url()).toContain('/mail/2026-11/email.html');
  });
});

// --- internal ---

function read(page: Page, address: string): Promise<string> {
  return page.evaluate(async (path) => (await fetch(path)).text(), address);
}
