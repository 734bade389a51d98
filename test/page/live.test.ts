import { describe, expect, test } from 'vitest';
import { shownError, shownWarning } from '../support/shown-diagnostics.ts';
import { drawnCount, mailFrame, usePreviewPage, waitForDrawn } from './use-preview-page.ts';

const { open, server } = usePreviewPage();

describe('a save', () => {
  test('is put in the place of the old mail: no navigation, and the scroll position stays', async () => {
    const page = await open('?issue=2026-11');
    const frame = await mailFrame(page);
    await frame.evaluate(() => {
      scrollTo(0, 700);
      document.documentElement.dataset['before'] = 'yes';
      Object.assign(window, { mark: 'same window' });
    });
    const navigations: string[] = [];
    page.on('framenavigated', (navigated) => navigations.push(navigated.url()));
    const drawn = await drawnCount(page);
    server().edit('2026-11', 'Last month I promised', 'A month ago I promised');
    await waitForDrawn(page, drawn);
    const after = await frame.evaluate(() => ({
      top: scrollY,
      mark: Reflect.get(window, 'mark') as unknown,
      isNew: document.documentElement.dataset['before'] === undefined,
      text: document.body.textContent.includes('A month ago I promised'),
      links: document.querySelector<HTMLAnchorElement>('a[href^="http"]')?.target,
      doctype: document.doctype?.name,
    }));
    expect(after).toEqual({
      top: 700,
      mark: 'same window',
      isNew: true,
      text: true,
      links: '_blank',
      doctype: 'html',
    });
    expect(navigations).toEqual([]);
    const marks = await page.evaluate(() => performance.getEntriesByName('drawn').length);
    expect(marks).toBe(1);
  });

  test('keeps the styles and the pictures of the mail', async () => {
    const page = await open('?issue=2026-11');
    const frame = await mailFrame(page);
    const look = () =>
      frame.evaluate(() => {
        const title = document.querySelector('h1');
        if (title === null) throw new Error('The mail has no title.');
        const sizes = [...document.images].map(({ clientWidth, clientHeight }) => [
          clientWidth,
          clientHeight,
        ]);
        const loaded = [...document.images].every(({ naturalWidth }) => naturalWidth > 0);
        const { fontSize, color } = getComputedStyle(title);
        return { sizes, loaded, fontSize, color };
      });
    const before = await look();
    const drawn = await drawnCount(page);
    server().edit('2026-11', 'Last month', 'A month ago');
    await waitForDrawn(page, drawn);
    expect(await look()).toEqual(before);
    expect(before.loaded).toBe(true);
  });

  test('of an issue that is not shown only changes its line in the list', async () => {
    const page = await open('?issue=2026-11');
    const drawn = await drawnCount(page);
    server().edit('2026-10', 'A million rows', 'Two million rows');
    await page.getByRole('link', { name: 'Two million rows' }).waitFor();
    expect(await drawnCount(page)).toBe(drawn);
  });

  test('arrives in every view and in the figures', async () => {
    const page = await open('?issue=2026-11&view=text&beside=source');
    server().edit('2026-11', 'Last month I promised', 'Lately I promised');
    await page.locator('text-view', { hasText: 'Lately I promised' }).waitFor();
    await page.locator('source-view', { hasText: 'Lately I promised' }).waitFor();
    await page.locator('size-meter', { hasText: '1,2' }).waitFor();
  });

  test('in the inverted mail is inverted too', async () => {
    const page = await open('?issue=2026-11&look=full');
    const drawn = await drawnCount(page);
    server().edit('2026-11', 'Last month', 'A month ago');
    await waitForDrawn(page, drawn);
    const colour = await (
      await mailFrame(page)
    ).evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(colour).toBe('rgb(0, 0, 0)');
  });
});

describe('problems', () => {
  test('are shown under the last good mail with frame and link, and go when they are gone', async () => {
    const page = await open('?issue=2026-11');
    const panel = page.locator('problem-panel');
    server().blame('2026-11', [shownWarning, shownError]);
    await panel.getByText('1 error, 1 warning').first().waitFor();
    expect(await panel.locator('article').allTextContents()).toEqual([
      expect.stringContaining('invalid-url'),
      expect.stringContaining('Something could be better.'),
    ]);
    expect(await panel.locator('pre').textContent()).toBe(shownError.frame);
    const link = panel.getByRole('link', { name: 'issues/2026-11/issue.ts:41:12' });
    expect(await link.getAttribute('href')).toBe(shownError.editorUrl);
    await panel.getByText('Shown is the last rendering without errors.').waitFor();
    const line = page.getByRole('link', { name: 'What is in an email, anyway?' });
    expect(await line.textContent()).toContain('1 error, 1 warning');
    expect(await page.title()).toMatch(/^1 error, 1 warning · What is in an email/);
    const [mail, problems] = [page.locator('mail-frame'), panel];
    const [above, below] = [await mail.boundingBox(), await problems.boundingBox()];
    expect(above?.height).toBeGreaterThan(200);
    expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThanOrEqual(below?.y ?? 0);

    server().blame('2026-11', []);
    await panel.locator('article').first().waitFor({ state: 'detached' });
    expect(await panel.evaluate((element) => element.clientHeight)).toBe(0);
  });

  test('are told to those who do not see them', async () => {
    const page = await open('?issue=2026-11');
    server().blame('2026-11', [shownError]);
    await page.getByRole('status').filter({ hasText: '1 error' }).waitFor({ state: 'attached' });
  });

  test('can be folded away, and warnings alone wait until they are opened', async () => {
    const page = await open('?issue=2026-11');
    server().blame('2026-11', [shownWarning]);
    const toggle = page.getByRole('button', { name: '1 warning' });
    expect(await toggle.getAttribute('aria-expanded')).toBe('false');
    await toggle.click();
    await page.getByText('Something could be better.').waitFor();
    await toggle.click();
    await page.getByText('Something could be better.').waitFor({ state: 'hidden' });
  });

  test('of the config are shown whatever is chosen', async () => {
    const page = await open('?issue=2026-11');
    server().blameAll([{ ...shownError, file: 'newsletter.config.ts' }]);
    await page.getByRole('link', { name: 'newsletter.config.ts:41:12' }).waitFor();
    await page.keyboard.press('j');
    await page.waitForURL(/issue=2026-10/);
    await page.getByRole('link', { name: 'newsletter.config.ts:41:12' }).waitFor();
    server().blameAll([]);
    await page.locator('problem-panel article').waitFor({ state: 'detached' });
  });
});

describe('the server', () => {
  test('that goes away is told of, and what changed meanwhile is there when it is back', async () => {
    const page = await open('?issue=2026-11');
    await server().stop();
    const note = page.getByText('Connection lost, trying again');
    await note.waitFor();
    server().edit('2026-11', 'Last month I promised', 'While you were away I promised');
    await server().start();
    await note.waitFor({ state: 'detached' });
    const frame = await mailFrame(page);
    await frame.getByText('While you were away I promised').waitFor();
  });

  test('without the chosen issue leaves the list', async () => {
    const page = await open('?issue=2026-11');
    server().remove('2026-11');
    await page.getByText('There is no issue 2026-11').waitFor();
    expect(await page.locator('mail-frame').isVisible()).toBe(false);
    await page.getByRole('link', { name: 'A million rows' }).click();
    await (await mailFrame(page)).getByRole('heading', { level: 1 }).waitFor();
  });

  test('keeps two tabs in step', async () => {
    const page = await open('?issue=2026-11');
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.locator('iframe:not(.coming)').waitFor();
    server().edit('2026-11', 'Last month I promised', 'Both tabs promised');
    for (const tab of [page, other]) {
      await (await mailFrame(tab)).getByText('Both tabs promised').waitFor();
    }
  });
});
