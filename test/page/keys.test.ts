import { describe, expect, test } from 'vitest';
import { shownError } from '../support/shown-diagnostics.ts';
import { mailFrame, usePreviewPage } from './use-preview-page.ts';

const { open, server } = usePreviewPage();

describe('the keyboard', () => {
  test('goes from issue to issue, and back leads back', async () => {
    const page = await open('?issue=2026-11&width=375');
    await page.keyboard.press('j');
    await page.waitForURL(/issue=2026-10&width=375/);
    await page.keyboard.press('ArrowUp');
    await page.waitForURL(/issue=2026-11/);
    await page.keyboard.press('d');
    await page.waitForURL(/look=dark/);
    await page.goBack();
    await page.waitForURL(/issue=2026-10/);
    const current = page.locator('issue-list [aria-current="page"]');
    expect(await current.textContent()).toContain('A million rows');
  });

  test('chooses width, look and view, all kept in the address', async () => {
    const page = await open('?issue=2026-11');
    const pressed: (readonly [string, RegExp])[] = [
      ['1', /width=320/],
      ['2', /width=375/],
      ['3', /width=768/],
      ['4', /width=1000/],
      ['d', /look=dark/],
      ['i', /look=partial/],
      ['i', /look=full/],
      ['t', /view=text/],
      ['s', /view=source/],
      ['c', /view=changes/],
      ['b', /beside=mail/],
    ];
    for (const [key, address] of pressed) {
      await page.keyboard.press(key);
      await page.waitForURL(address);
    }
    await page.keyboard.press('m');
    await page.keyboard.press('5');
    await page.keyboard.press('i');
    await page.keyboard.press('b');
    await page.waitForURL(/\?issue=2026-11$/);
  });

  test('works inside of the mail too', async () => {
    const page = await open('?issue=2026-11');
    const frame = await mailFrame(page);
    await frame.locator('a').first().focus();
    await page.keyboard.press('t');
    await page.waitForURL(/view=text/);
    await page.keyboard.press('m');
    await page.waitForURL((url) => !url.search.includes('view'));
    await frame.locator('a').first().focus();
    await page.keyboard.press('d');
    await page.waitForURL(/look=dark/);
    await page.waitForFunction(() => document.activeElement?.matches('iframe:not(.coming)'));
    await page.keyboard.press('d');
    await page.waitForURL((url) => !url.search.includes('look'));
  });

  test('filters the issues, and types in the filter whatever is typed', async () => {
    const page = await open('?issue=2026-11');
    await page.keyboard.press('/');
    await page.keyboard.type('million dt');
    expect(page.url()).not.toMatch(/look|view/);
    await page.getByText('0 issues of').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.keyboard.press('t');
    await page.waitForURL(/view=text/);
    await page.keyboard.press('/');
    await page.keyboard.type('million');
    const shown = page.locator('issue-line:not([hidden])');
    expect(await shown.allTextContents()).toEqual([expect.stringContaining('A million rows')]);
    expect(await page.locator('.found').textContent()).toMatch(/^1 issue of \d/);
  });

  test('leaves keys with a modifier to the browser', async () => {
    const page = await open('?issue=2026-11');
    const before = page.url();
    await page.keyboard.press('Control+d');
    await page.keyboard.press('Alt+t');
    await page.keyboard.press('Control+j');
    expect(page.url()).toBe(before);
  });

  test('shows the keys, and closes what is open', async () => {
    const page = await open('?issue=2026-11');
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: 'Keys' });
    await help.waitFor();
    expect(await help.locator('dd').count()).toBeGreaterThan(10);
    await page.keyboard.press('d');
    expect(page.url()).not.toContain('look');
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'hidden' });
  });

  test('opens the editor at the first problem, or says that there is none', async () => {
    const page = await open('?issue=2026-11');
    await page.keyboard.press('e');
    await page.getByText('There is no problem to open in the editor.').waitFor();
    server().blame('2026-11', [shownError]);
    await page.locator('problem-panel article').waitFor();
    await page.evaluate(() => {
      navigation.addEventListener('navigate', ({ destination }) => {
        document.documentElement.dataset['asked'] = destination.url;
      });
    });
    await page.keyboard.press('e');
    await page.waitForSelector('[data-asked]', { state: 'attached' });
    const asked = await page.evaluate(() => document.documentElement.dataset['asked']);
    expect(asked).toBe(shownError.editorUrl);
  });
});

describe('the address', () => {
  test('keeps everything over a reload', async () => {
    const query =
      '?issue=2026-10&width=375&look=dark&images=blocked&styles=off&beside=text&besideWidth=1000';
    const page = await open(query);
    await page.reload();
    await page.locator('text-view', { hasText: 'A million rows' }).waitFor();
    expect(new URL(page.url()).search).toBe(query);
    expect(await page.locator('mail-options').getByLabel('375').isChecked()).toBe(true);
    expect(await page.getByLabel('Dark').isChecked()).toBe(true);
    expect(await page.getByLabel('Blocked').isChecked()).toBe(true);
    expect(await page.getByLabel('Styles').isChecked()).toBe(false);
    expect(await page.getByLabel('Beside').inputValue()).toBe('text');
  });

  test('without an issue leads to the newest', async () => {
    const page = await open('');
    expect(new URL(page.url()).search).toBe('?issue=2026-recap');
  });

  test('of an issue is a link for a tab of its own', async () => {
    const page = await open('?issue=2026-11&width=375');
    const link = page.getByRole('link', { name: 'A million rows' });
    expect(await link.getAttribute('href')).toBe('?issue=2026-10&width=375');
  });
});
