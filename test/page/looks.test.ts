import type { Frame, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { mailFrame, usePreviewPage, waitForDrawn, drawnCount } from './use-preview-page.ts';

const { open } = usePreviewPage();

describe('the look of the mail', () => {
  test.each(['light', 'dark'] as const)(
    'is its own, whatever the page is in: %s',
    async (scheme) => {
      const page = await open('?issue=2026-11', { scheme });
      expect(await coloursOf(await mailFrame(page))).toMatchObject({
        text: 'rgb(26, 26, 26)',
        behind: 'rgb(255, 255, 255)',
        link: 'rgb(11, 87, 208)',
      });
      await changeLook(page, 'Dark');
      expect(await coloursOf(await mailFrame(page))).toMatchObject({
        text: 'rgb(230, 230, 230)',
        behind: 'rgb(26, 26, 26)',
        link: 'rgb(138, 180, 248)',
      });
    },
  );

  test('can be inverted where its background is light: dark buttons stay', async () => {
    const page = await open('?issue=2026-11&look=partial');
    expect(await coloursOf(await mailFrame(page))).toEqual({
      text: 'rgb(229, 229, 229)',
      behind: 'rgb(0, 0, 0)',
      link: 'rgb(47, 123, 244)',
      button: 'rgb(255, 255, 255)',
      buttonBehind: 'rgb(11, 87, 208)',
      border: 'rgb(46, 46, 46)',
      filtered: [],
    });
  });

  test('can be inverted in full: buttons too, but never pictures', async () => {
    const page = await open('?issue=2026-11&look=full');
    expect(await coloursOf(await mailFrame(page))).toEqual({
      text: 'rgb(229, 229, 229)',
      behind: 'rgb(0, 0, 0)',
      link: 'rgb(47, 123, 244)',
      button: 'rgb(0, 0, 0)',
      buttonBehind: 'rgb(47, 123, 244)',
      border: 'rgb(46, 46, 46)',
      filtered: [],
    });
  });

  test('changes behind the mail that is shown, which keeps its place', async () => {
    const page = await open('?issue=2026-11');
    await (
      await mailFrame(page)
    ).evaluate(() => {
      scrollTo(0, 600);
    });
    await changeLook(page, 'Partial');
    expect(await (await mailFrame(page)).evaluate(() => scrollY)).toBe(600);
    expect(await page.locator('iframe').count()).toBe(1);
    await page.keyboard.press('j');
    await page.waitForURL(/2026-10/);
    await (await mailFrame(page)).getByRole('heading', { name: 'A million rows' }).waitFor();
    expect(await (await mailFrame(page)).evaluate(() => scrollY)).toBe(0);
  });

  test('can be without pictures and without styles', async () => {
    const page = await open('?issue=2026-11');
    const loaded = async () =>
      (await mailFrame(page)).evaluate(() =>
        [...document.images].map(({ naturalWidth }) => naturalWidth > 0),
      );
    expect(await loaded()).toContain(true);
    await changeLook(page, 'Blocked');
    expect(await loaded()).not.toContain(true);
    const styles = async () => (await mailFrame(page)).locator('style').count();
    expect(await styles()).toBeGreaterThan(0);
    await changeLook(page, 'Styles');
    expect(await styles()).toBe(0);
  });

  test('offers pictures from the web where there are some, and says that they are not loaded', async () => {
    const page = await open('?issue=2026-11');
    expect(await page.getByText('Web too').isVisible()).toBe(false);
    await page.locator('issue-line', { hasText: '#7' }).click();
    await page.getByText('Web too').waitFor();
    await page.getByText('Pictures from the web are not loaded.').waitFor();
  });

  test('is sandboxed: no script, and links lead to new tabs', async () => {
    const page = await open('?issue=2026-11');
    const sandbox = await page.locator('iframe').getAttribute('sandbox');
    expect(sandbox).toBe('allow-same-origin allow-popups allow-popups-to-escape-sandbox');
    const targets = await (
      await mailFrame(page)
    ).evaluate(() => [...document.links].map(({ target, rel }) => `${target} ${rel}`));
    expect(new Set(targets)).toEqual(new Set(['_blank noopener noreferrer']));
  });
});

describe('the width of the mail', () => {
  test('is that of the frame', async () => {
    const page = await open('?issue=2026-11&width=375');
    expect(await innerWidth(page)).toBe(375);
    await page.getByText('375 px').waitFor();
    await page.keyboard.press('3');
    expect(await innerWidth(page)).toBe(768);
  });

  test('can be more than there is room for: then the mail is shown smaller', async () => {
    const page = await open('?issue=2026-11&width=1000', { width: 1000 });
    expect(await innerWidth(page)).toBe(1000);
    await page.getByText(/^1000 px, shown at \d+ %$/).waitFor();
    const box = await page.locator('iframe').boundingBox();
    expect(box?.width).toBeLessThan(750);
  });

  test('is dragged by its edge', async () => {
    const page = await open('?issue=2026-11&width=375');
    const edge = await page.getByRole('separator').boundingBox();
    if (edge === null) throw new Error('There is no edge.');
    const [left, top] = [edge.x + edge.width / 2, edge.y + edge.height / 2];
    await page.mouse.move(left, top);
    await page.mouse.down();
    await page.mouse.move(left + 30, top);
    await page.mouse.move(left + 60, top);
    await page.mouse.up();
    expect(await innerWidth(page)).toBe(495);
    await page.waitForURL(/width=495/);
  });

  test('is moved by keys, as a separator says', async () => {
    const page = await open('?issue=2026-11&width=375');
    const edge = page.getByRole('separator', { name: 'Width of the mail' });
    await edge.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    expect(await innerWidth(page)).toBe(386);
    expect(await edge.getAttribute('aria-valuenow')).toBe('386');
    await page.waitForURL(/width=386/);
    await page.keyboard.press('Home');
    await page.waitForURL(/width=320/);
    await page.keyboard.press('End');
    await page.waitForURL((url) => !url.search.includes('width'));
  });

  test('is another in each of two panes', async () => {
    const page = await open('?issue=2026-11&width=1000&beside=mail&besideWidth=375');
    await page.locator('iframe:not(.coming)').nth(1).waitFor();
    expect([await innerWidth(page), await innerWidth(page, 1)]).toEqual([1000, 375]);
  });
});

// --- internal ---

async function changeLook(page: Page, name: string): Promise<void> {
  const drawn = await drawnCount(page);
  await page.locator('mail-options').getByLabel(name, { exact: true }).click();
  await waitForDrawn(page, drawn);
}

async function innerWidth(page: Page, pane = 0): Promise<number> {
  return (await mailFrame(page, pane)).evaluate(() => window.innerWidth);
}

function coloursOf(frame: Frame) {
  return frame.evaluate(() => {
    const style = (selector: string) => {
      const element = document.querySelector(selector);
      if (element === null) throw new Error(`The mail has no ${selector}.`);
      return getComputedStyle(element);
    };
    const bordered = [...document.querySelectorAll('*')]
      .map((element) => getComputedStyle(element))
      .find(({ borderTopWidth }) => borderTopWidth !== '0px')?.borderTopColor;
    const button = 'a[style*="inline-block"]';
    return {
      text: style('h1').color,
      behind: style('body').backgroundColor,
      link: style('h3 a').color,
      button: style(button).color,
      buttonBehind: style(button).backgroundColor,
      border: bordered,
      filtered: [...document.images]
        .filter((image) => getComputedStyle(image).filter !== 'none')
        .map(({ src }) => src),
    };
  });
}
