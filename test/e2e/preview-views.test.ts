import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { galley } from '../support/galley.ts';
import type { MailReport } from '../support/live-preview.ts';
import { ask, mailFrame, shows, useLivePreviews } from '../support/live-preview.ts';
import { letter, letterFiles } from '../support/live-letter.ts';

const start = useLivePreviews(letterFiles);

it('the newest issue is shown where none is named, whatever their names are', async () => {
  // By its name, it would be `summer`.
  const { page } = await start('');
  expect(page.url()).toMatch(/\?issue=code$/);
  await shows(page, 'Imported words.');
});

describe('the mail', () => {
  it('is as wide as it is chosen, in the colours of the look, with or without pictures and styles', async () => {
    const { page } = await start('?issue=autumn');
    const look = () => ask<MailReport>(page, 'mail');
    for (const [key, width] of [
      ['1', 320],
      ['2', 375],
      ['3', 768],
      ['4', 1000],
    ] as const) {
      await page.keyboard.press(key);
      expect(await look()).toMatchObject({ width });
    }
    const light = { text: 'rgb(26, 26, 26)', background: 'rgb(255, 255, 255)', pictures: [60] };
    expect(await look()).toMatchObject({ ...light, link: 'rgb(11, 87, 208)' });
    const options = page.locator('mail-options');
    for (const [name, text, background] of [
      ['Dark', 'rgb(230, 230, 230)', 'rgb(26, 26, 26)'],
      ['Partial', 'rgb(229, 229, 229)', 'rgb(0, 0, 0)'],
      ['Inverted', 'rgb(229, 229, 229)', 'rgb(0, 0, 0)'],
      ['Light', light.text, light.background],
    ] as const) {
      await options.getByLabel(name, { exact: true }).click();
      await expect.poll(look, patient).toMatchObject({ text, background });
    }
    await options.getByLabel('Blocked').click();
    await expect.poll(look, patient).toMatchObject({ pictures: [0] });
    await options.getByLabel('Styles').click();
    await expect.poll(look, patient).toMatchObject({ styles: 0 });
    expect(page.url()).toMatch(/\?issue=autumn&width=1000&images=blocked&styles=off$/);
  });

  it('is all that the address says, also after a reload and in another tab', async () => {
    const { page, openTab } = await start('?issue=autumn&width=375');
    await page.keyboard.press('d');
    await page.keyboard.press('b');
    await page.waitForURL(/look=dark&beside=text/);
    await page.reload();
    const other = await openTab(new URL(page.url()).search);
    for (const tab of [page, other]) {
      await tab.locator('text-view', { hasText: 'The words of autumn.' }).waitFor();
      await shows(tab, 'The words of autumn.');
      expect(await ask<MailReport>(tab, 'mail')).toMatchObject({
        width: 375,
        background: 'rgb(26, 26, 26)',
      });
    }
  });
});

describe('the views', () => {
  it('are what `galley build` writes, and tell what changed since', async () => {
    const { root, page, save } = await start('?issue=autumn&view=changes');
    await page.getByText('This issue was never built.').waitFor();
    expect(await galley(root, ['build'])).toMatchObject({ code: 0 });
    const built = (name: string) => readFile(join(root, 'out/autumn', name), 'utf8');
    await page.evaluate(`dispatchEvent(new Event('focus'))`);
    await page.getByText('Nothing changed since the last build.').waitFor();

    await page.keyboard.press('t');
    const text = page.locator('text-view pre');
    await text.filter({ hasText: 'The words of autumn.' }).waitFor();
    expect(await text.textContent()).toBe(await built('email.txt'));
    await page.keyboard.press('s');
    const source = page.locator('source-view code');
    await source.filter({ hasText: 'The words of autumn.' }).waitFor();
    const [shown, html] = [await source.textContent(), await built('email.html')];
    expect(shown?.replaceAll('\n', '')).toBe(html.replaceAll('\n', ''));
    const saving = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Save .eml' }).click();
    expect(await readFile(await (await saving).path(), 'utf8')).toBe(await built('email.eml'));

    await page.keyboard.press('c');
    await save({ 'issues/autumn/issue.yaml': letter(2, 'The words of November.') });
    await page.locator('ins', { hasText: 'The words of November.' }).first().waitFor();
    await page.locator('del', { hasText: 'The words of autumn.' }).first().waitFor();
  });

  it('follow a save: the inbox line, the message and the figures too', async () => {
    const { page, save } = await start('?issue=autumn&view=inbox&beside=message');
    await page.locator('inbox-view .phone .subject', { hasText: 'Issue 2' }).first().waitFor();
    const words = page.locator('size-meter', { hasText: / words/ });
    const before = await words.textContent();
    const next = letter(2, 'More words. '.repeat(50)).replace('Issue 2', 'Another subject');
    await save({ 'issues/autumn/issue.yaml': next });
    await page.locator('inbox-view .subject', { hasText: 'Another subject' }).first().waitFor();
    const headers = page.locator('message-view table');
    await headers.getByRole('row', { name: 'Subject Another subject' }).waitFor();
    await page.locator('issue-line', { hasText: 'Another subject' }).waitFor();
    expect(await words.textContent()).not.toBe(before);
  });
});

describe('the keyboard', () => {
  it('leads through the issues and opens the first problem in the editor', async () => {
    const { root, page, save } = await start('?issue=code');
    await shows(page, 'Imported words.');
    // By date, once all are read.
    await page.locator('li:first-child', { hasText: '#3' }).waitFor();
    await page.locator('li:last-child', { hasText: '#1' }).waitFor();
    await page.keyboard.press('j');
    await shows(page, 'The words of autumn.');
    await page.keyboard.press('/');
    await page.keyboard.type('#1');
    await page.locator('issue-line[hidden]').nth(1).waitFor({ state: 'attached' });
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.keyboard.press('k');
    await page.waitForURL(/issue=code/);
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await page.keyboard.press('Escape');

    await save({ 'issues/code.ts': 'export default 1;\n' });
    await page.locator('problem-panel article').first().waitFor();
    await (await mailFrame(page)).getByText('Imported words.').waitFor();
    await page.evaluate(`{
      navigation.addEventListener('navigate', (event) => (window.asked = event.destination.url));
    }`);
    await page.keyboard.press('e');
    await page.waitForFunction('window.asked');
    expect(await page.evaluate('window.asked')).toBe(`vscode://file${root}/issues/code.ts:1:16`);
  });
});

// --- internal ---

/** A machine that is busy with other tests takes its time. */
const patient = { timeout: 15_000 };
