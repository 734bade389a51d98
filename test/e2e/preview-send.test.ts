import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { listOutbox } from '../../src/post/read-outbox.ts';
import { workspaceAt } from '../../src/workspace/workspace.ts';
import { smallIssue } from '../support/galley.ts';
import { runPreview } from '../support/run-preview.ts';
import {
  button,
  draft,
  openEvents,
  panel,
  post,
  untilDone,
  useTabs,
} from '../support/send-from-preview.ts';
import { auth, startServer, useSendWorkspace } from '../support/send-workspace.ts';

const { root, configure, log, expectNoSecrets } = useSendWorkspace(draft);
const openTab = useTabs();

describe('“Send test to me”', () => {
  it('sends to the author’s own addresses, shows the server’s answers and keeps them in the log', async () => {
    const server = await startServer();
    await configure(server);
    const preview = await runPreview(root(), ['--port', '0']);
    const { page, answered } = await openTab(preview);
    const { page: other } = await openTab(preview);
    await button(page).click();
    await panel(page).getByText('Sent to a@example.com, b@example.com.').waitFor();
    // Every tab is told.
    await panel(other).getByText('Sent to a@example.com, b@example.com.').waitFor();
    expect(await panel(page).locator('.answer').allTextContents()).toEqual([
      expect.stringMatching(/^250 2\.0\.0 queued as 1/),
      expect.stringMatching(/^250 2\.0\.0 queued as 2/),
    ]);
    expect(server.received.map(({ to, user, secure }) => [to, user, secure])).toEqual([
      [['a@example.com'], auth.user, true],
      [['b@example.com'], auth.user, true],
    ]);
    const mail = await PostalMime.parse(server.received[0]?.message ?? '');
    expect(mail.subject).toBe('[TEST] [DRAFT] Issue 1');
    expect(mail.text).toContain('Straße');
    expect(mail.attachments.map(({ mimeType }) => mimeType)).toEqual(['image/png']);

    const entries = log();
    expect(entries.map(({ to, status }) => [to, status])).toEqual([
      ['a@example.com', 'accepted'],
      ['b@example.com', 'accepted'],
    ]);
    const line = page.getByRole('link', { name: /^Sent to b@example\.com on .* \(accepted\)/ });
    await line.click();
    const rows = page.locator('log-view tbody tr');
    await rows.first().waitFor();
    expect(await rows.count()).toBe(2);
    expect(await rows.first().textContent()).toContain(entries[1]?.messageId);
    await page.keyboard.press('Escape');
    expect(await panel(page).locator('.words').textContent()).toBe('');
    await expectNoSecrets([await answered(), await page.content(), preview.stderr()]);
  });

  it('sends to no address that a request names', async () => {
    const server = await startServer();
    await configure(server);
    const preview = await runPreview(root(), ['--port', '0']);
    const events = await openEvents(preview);
    const to = { to: ['evil@example.org'], recipients: 'evil@example.org', force: true };
    expect((await post(preview, 'one?to=evil@example.org', JSON.stringify(to))).status).toBe(202);
    await untilDone(events);
    expect(server.received.map((mail) => mail.to)).toEqual([['a@example.com'], ['b@example.com']]);
    await events.cancel();
  });

  it('explains a wrong password and tells no secret; the right one counts at once', async () => {
    const server = await startServer();
    await configure(server, { password: 'wrong-password' });
    const preview = await runPreview(root(), ['--port', '0']);
    const { page, answered } = await openTab(preview);
    await button(page).click();
    await panel(page).getByText('Not delivered to a@example.com, b@example.com.').waitFor();
    const shown = (await panel(page).textContent()) ?? '';
    expect(shown).toContain('535 5.7.8');
    expect(shown).toMatch(/refused the login|password/i);
    expect(server.received).toEqual([]);
    await page.getByRole('button', { name: 'Close' }).first().click();

    await configure(server);
    await button(page).click();
    await panel(page).getByText('Sent to a@example.com, b@example.com.').waitFor();
    expect(server.received.length).toBe(2);
    const texts = [await answered(), await page.content(), preview.stderr()];
    await expectNoSecrets(texts, ['wrong-password']);
  });

  it('tells what was sent to whom when one recipient is refused', async () => {
    const server = await startServer({
      refuseRecipient: (to) => (to.startsWith('a@') ? { code: 550, text: '5.1.1 unknown' } : null),
    });
    await configure(server);
    const { page } = await openTab(await runPreview(root(), ['--port', '0']));
    await button(page).click();
    const words = 'Sent to b@example.com. Not delivered to a@example.com.';
    await panel(page).getByText(words).waitFor();
    expect(await panel(page).textContent()).toContain('550 5.1.1 unknown');
    await page
      .getByRole('link', { name: /^Sent to b@example\.com .* and 1 time before/ })
      .waitFor();
  });

  it('puts the mail into the outbox while no server is set, says so and opens it', async () => {
    const { page } = await openTab(await runPreview(root(), ['--port', '0']));
    await page.waitForSelector('iframe:not(.coming)');
    await page.getByRole('link', { name: 'Outbox 0' }).waitFor();
    expect(await button(page).getAttribute('title')).toMatch(/outbox/);
    await button(page).click();
    const words = 'Put into the outbox for a@example.com, b@example.com.';
    await panel(page).getByText(words).waitFor();
    await panel(page).getByText('No mail server is set, so nothing was sent.').waitFor();
    await page.getByRole('link', { name: 'Outbox 2' }).waitFor();
    await panel(page).getByRole('link', { name: 'Open it' }).first().click();
    await page.waitForURL(/outbox=.*-one-a@example\.com\.eml|outbox=.*a%40example/);
    await page.getByRole('heading', { name: '[TEST] [DRAFT] Issue 1' }).waitFor();
    const frame = page.frameLocator('iframe:not(.coming)');
    await frame.getByText('Straße').waitFor();
    const width = () =>
      frame
        .locator('img[alt="A picture"]')
        .evaluate((image) => (image as { naturalWidth?: number }).naturalWidth ?? 0);
    await expect.poll(width).toBeGreaterThan(0);
    const saving = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Save .eml' }).click();
    const [kept] = await listOutbox(workspaceAt(root()));
    const saved = await readFile(await (await saving).path());
    const names = (await listOutbox(workspaceAt(root()))).map(({ name }) => name);
    expect(names).toContain((await saving).suggestedFilename());
    expect(saved.length).toBe(kept?.bytes);
    expect(log()).toEqual([]);
  });

  it('is not possible with settings that are wrong or an issue with errors, and says why', async () => {
    await writeFile(join(root(), '.env'), 'SMTP_PORT=99999\nSMTP_HOST=mail.example.com\n');
    const preview = await runPreview(root(), ['--port', '0']);
    const { page } = await openTab(preview);
    await page.waitForSelector('action-bar .send[aria-disabled]');
    expect(await page.locator('.reason').textContent()).toMatch(/SMTP_PORT is no port/);
    const refused = await post(preview, 'one');
    expect(refused.status).toBe(422);
    expect(await refused.json()).toEqual({
      message: 'SMTP_PORT is no port. Nothing was sent.',
      hint: 'Write a number from 1 to 65535, such as 587.',
    });
    // A change of .env is seen without a restart.
    await rm(join(root(), '.env'));
    await page.waitForSelector('action-bar .send:not([aria-disabled])');

    await writeFile(join(root(), 'issues/one.yaml'), smallIssue(1, '[x](javascript:alert(1))'));
    await page.waitForSelector('action-bar .send[aria-disabled]');
    expect(await page.locator('.reason').textContent()).toMatch(/The issue has errors/);
    const broken = await post(preview, 'one');
    expect(broken.status).toBe(422);
    expect(await broken.json()).toMatchObject({
      message: expect.stringMatching(
        /^There is 1 error in the issue.* Nothing was sent\.$/,
      ) as string,
      hint: expect.stringContaining('galley send one --force') as string,
    });
    expect(await listOutbox(workspaceAt(root()))).toEqual([]);
  });
});
