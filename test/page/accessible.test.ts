import { describe, expect, test } from 'vitest';
import { shownError, shownWarning } from '../support/shown-diagnostics.ts';
import { findingsOf, usePreviewPage } from './use-preview-page.ts';

const { open, server } = usePreviewPage();

const queries = [
  '?issue=2026-11',
  '?issue=2026-11&view=text&beside=inbox',
  '?issue=2026-11&view=message&beside=changes',
  '?issue=2026-11&view=source',
  '?issue=none',
];
const windows = [
  { width: 1440, height: 900, scheme: 'light' },
  { width: 1440, height: 900, scheme: 'dark' },
  { width: 375, height: 800, scheme: 'light' },
  { width: 375, height: 800, scheme: 'dark' },
] as const;

describe.each(windows)('at $width px in $scheme', (window) => {
  test.each(queries)('%s is accessible', async (query) => {
    const page = await open(query, window);
    expect(await findingsOf(page)).toEqual([]);
  });

  test('problems and help are accessible', async () => {
    const page = await open('?issue=2026-11', window);
    server().blame('2026-11', [shownError, shownWarning]);
    await page.locator('problem-panel article').first().waitFor();
    expect(await findingsOf(page)).toEqual([]);
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    expect(await findingsOf(page)).toEqual([]);
  });
});

describe('a narrow window', () => {
  const phone = { width: 375, height: 800 };

  test('has the issues in a drawer', async () => {
    const page = await open('?issue=2026-11', phone);
    const link = page.getByRole('link', { name: 'A million rows' });
    expect(await link.isVisible()).toBe(false);
    const button = page.getByRole('button', { name: 'Issues' });
    await button.click();
    await link.click();
    await page.waitForURL(/issue=2026-10/);
    expect(await link.isVisible()).toBe(false);
    await button.click();
    await page.keyboard.press('Escape');
    expect(await link.isVisible()).toBe(false);
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test.each([375, 720])('of %i px has nothing beyond its edges', async (width) => {
    const page = await open('?issue=2026-11&view=mail&beside=text', { width, height: 500 });
    const size = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.scrollHeight,
      document.querySelector('mail-frame')?.clientHeight ?? 0,
    ]);
    expect(size.slice(0, 2)).toEqual([width, 500]);
    expect(size[2]).toBeGreaterThan(100);
  });
});

test('what can be clicked is large enough for a finger', async () => {
  const page = await open('?issue=2026-11');
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('a, button, label:has(input), select, input[type="search"]')]
      .filter((element) => element.checkVisibility() && !element.matches('.skip'))
      .map((element) => ({ box: element.getBoundingClientRect(), text: element.textContent }))
      .filter(({ box }) => box.width < 24 || box.height < 24)
      .map(({ text, box }) => `${text} ${box.width} × ${box.height}`),
  );
  expect(small).toEqual([]);
});

test('the focus is always seen', async () => {
  const page = await open('?issue=2026-11');
  const unseen: string[] = [];
  for (let step = 0; step < 40; step++) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body || element.matches('iframe')) return null;
      const shown = element.matches('input[type="radio"]') ? element.nextElementSibling : element;
      const outline = shown === null ? 'none' : getComputedStyle(shown).outlineStyle;
      return outline === 'none' ? element.outerHTML.slice(0, 80) : null;
    });
    if (found !== null) unseen.push(found);
  }
  expect(unseen).toEqual([]);
});
