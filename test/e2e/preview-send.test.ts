import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { launchOptions } from '../../scripts/chromium.js';
import { readSentLog } from '../../src/post/sent-log.ts';
import { listOutbox } from '../../src/post/read-outbox.ts';
import type { PreviewState, ShownSend } from '../../src/preview/model.ts';
import { workspaceAt } from '../../src/workspace/workspace.ts';
import { smallConfig, smallIssue, writeFiles } from '../support/galley.ts';
import { makePng } from '../support/make-image.ts';
import { useTempFolder } from '../support/make-temp-folder.ts';
import type { EventReader } from '../support/read-events.ts';
import { readEvents } from '../support/read-events.ts';
import type { RunningPreview } from '../support/run-preview.ts';
import { runPreview } from '../support/run-preview.ts';
import { makeRawServer } from '../support/raw-smtp-server.ts';
import type { SmtpServerOptions } from '../support/smtp-server.ts';
import { makeSmtpServer } from '../support/smtp-server.ts';

const pass = 'correct-horse:battery';
const auth = { user: 'ada@example.com', pass };
const body = 'Straße, ![A picture](a.png) and [a link](https://a.example/?reader=1).';

const folder = useTempFolder();
let root: string;
let browser: Browser;

beforeAll(async () => {
  browser = await chromium.launch(await launchOptions());
});
afterAll(() => browser.close());

// One workspace for all, whose theme is compiled once; each test finds it as new.
beforeEach(async () => {
  root = folder();
  const left = ['out', '.env', '.galley/sent.jsonl'].map((path) => join(root, path));
  await Promise.all(left.map((path) => rm(path, { recursive: true, force: true })));
  await writeFiles(root, {
    'newsletter.config.yaml': `${smallConfig}testRecipients: [a@example.com, b@example.com]\n`,
    'issues/one.yaml': smallIssue(1, body),
    'issues/a.png': makePng(20, 10),
  });
});

async function startServer(options: SmtpServerOptions = {}) {
  const server = await makeSmtpServer({ auth, ...options });
  onTestFinished(() => server.close());
  return server;
}

/** Writes a server's settings where an author has them: in .env. */
async function configure(server: { port: number; ca: string }, password = pass): Promise<void> {
  await writeFiles(root, {
    'ca.pem': server.ca,
    '.env': `SMTP_HOST=localhost
SMTP_PORT=${server.port}
SMTP_USER=${auth.user}
SMTP_PASS='${password}'
SMTP_CA=ca.pem
`,
  });
}

/** A tab that notes all that it was answered: in it no secret may stand. */
async function openTab(preview: RunningPreview, query = '?issue=one') {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const answers: Promise<string>[] = [];
  page.on('response', (response) => {
    if (!response.url().endsWith('/events')) answers.push(response.text().catch(() => ''));
  });
  await page.goto(`${preview.origin}/${query}`);
  return { page, answered: async () => (await Promise.all(answers)).join('\n') };
}

function button(page: Page) {
  return page.getByRole('button', { name: 'Send test to me' });
}

function panel(page: Page) {
  return page.locator('send-panel');
}

/** Sends as the page does, without a browser. */
async function post({ origin }: RunningPreview, slug: string, text?: string): Promise<Response> {
  const { token } = (await (await fetch(`${origin}/api/state`)).json()) as PreviewState;
  const headers = { 'x-galley-token': token, origin };
  return fetch(`${origin}/api/send/${slug}`, { method: 'POST', headers, body: text ?? null });
}

async function openEvents({ origin }: RunningPreview): Promise<EventReader> {
  return readEvents((await fetch(`${origin}/events`)).body);
}

/** The send as it ended. */
async function untilDone(events: EventReader): Promise<ShownSend> {
  for (;;) {
    const event = await events.until('send');
    if (event?.type === 'send' && event.send.isDone) return event.send;
  }
}

/** Every form in which the password could stand anywhere. */
const secrets = [
  pass,
  encodeURIComponent(pass),
  Buffer.from(pass).toString('base64'),
  Buffer.from(`\0${auth.user}\0${pass}`).toString('base64'),
  'wrong-password',
  Buffer.from(`\0${auth.user}\0wrong-password`).toString('base64'),
];

async function expectNoSecrets(...texts: readonly string[]): Promise<void> {
  const written = await Promise.all(
    ['out', '.galley'].map(async (name) => {
      const files = await readdir(join(root, name), { recursive: true }).catch(() => []);
      const read = files.map((file) => readFile(join(root, name, file), 'latin1').catch(() => ''));
      return (await Promise.all(read)).join('\n');
    }),
  );
  const all = [...texts, ...written].join('\n');
  for (const secret of secrets) expect(all).not.toContain(secret);
}

describe('“Send test to me”', () => {
  it('sends to the author’s own addresses, shows the server’s answers and keeps them in the log', async () => {
    const server = await startServer();
    await configure(server);
    const preview = await runPreview(root, ['--port', '0']);
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

    const { entries } = readSentLog(workspaceAt(root));
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
    await expectNoSecrets(await answered(), await page.content(), preview.stderr());
  });

  it('sends to no address that a request names', async () => {
    const server = await startServer();
    await configure(server);
    const preview = await runPreview(root, ['--port', '0']);
    const events = await openEvents(preview);
    const to = { to: ['evil@example.org'], recipients: 'evil@example.org', force: true };
    expect((await post(preview, 'one?to=evil@example.org', JSON.stringify(to))).status).toBe(202);
    await untilDone(events);
    expect(server.received.map((mail) => mail.to)).toEqual([['a@example.com'], ['b@example.com']]);
    await events.cancel();
  });

  it('explains a wrong password and tells no secret; the right one counts at once', async () => {
    const server = await startServer();
    await configure(server, 'wrong-password');
    const preview = await runPreview(root, ['--port', '0']);
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
    await expectNoSecrets(await answered(), await page.content(), preview.stderr());
  });

  it('tells what was sent to whom when one recipient is refused', async () => {
    const server = await startServer({
      refuseRecipient: (to) => (to.startsWith('a@') ? { code: 550, text: '5.1.1 unknown' } : null),
    });
    await configure(server);
    const { page } = await openTab(await runPreview(root, ['--port', '0']));
    await button(page).click();
    const words = 'Sent to b@example.com. Not delivered to a@example.com.';
    await panel(page).getByText(words).waitFor();
    expect(await panel(page).textContent()).toContain('550 5.1.1 unknown');
    await page
      .getByRole('link', { name: /^Sent to b@example\.com .* and 1 time before/ })
      .waitFor();
  });

  it('puts the mail into the outbox while no server is set, says so and opens it', async () => {
    const { page } = await openTab(await runPreview(root, ['--port', '0']));
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
    const [kept] = await listOutbox(workspaceAt(root));
    const saved = await readFile(await (await saving).path());
    const names = (await listOutbox(workspaceAt(root))).map(({ name }) => name);
    expect(names).toContain((await saving).suggestedFilename());
    expect(saved.length).toBe(kept?.bytes);
    expect(readSentLog(workspaceAt(root)).entries).toEqual([]);
  });

  it('is not possible with settings that are wrong or an issue with errors, and says why', async () => {
    await writeFile(join(root, '.env'), 'SMTP_PORT=99999\nSMTP_HOST=mail.example.com\n');
    const preview = await runPreview(root, ['--port', '0']);
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
    await rm(join(root, '.env'));
    await page.waitForSelector('action-bar .send:not([aria-disabled])');

    await writeFile(join(root, 'issues/one.yaml'), smallIssue(1, '[x](javascript:alert(1))'));
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
    expect(await listOutbox(workspaceAt(root))).toEqual([]);
  });
});

describe('one send at a time', () => {
  /** A server that answers the final dot only when it is told to. */
  async function startPatient() {
    let go = (): void => undefined;
    let reached = (): void => undefined;
    const atDot = new Promise<void>((resolve) => (reached = resolve));
    const gone = new Promise<void>((resolve) => (go = resolve));
    const server = await makeRawServer({
      end: async (peer) => {
        reached();
        await gone;
        peer.send('250 2.0.0 queued late\r\n');
      },
    });
    onTestFinished(() => server.close());
    return {
      server,
      atDot,
      go: () => {
        go();
      },
    };
  }

  it('refuses a second one calmly, and shows the first to a tab that is opened meanwhile', async () => {
    const { server, atDot, go } = await startPatient();
    await configure(server);
    const preview = await runPreview(root, ['--port', '0']);
    const events = await openEvents(preview);
    expect((await post(preview, 'one')).status).toBe(202);
    await atDot;
    const second = await post(preview, 'one');
    expect(second.status).toBe(409);
    expect(await second.json()).toMatchObject({
      message: 'A test mail of one is being sent already.',
    });
    const { page } = await openTab(preview);
    await panel(page).getByText('Sending a test mail of one to a@example.com, 1 of 2…').waitFor();
    await page.waitForSelector('action-bar .send[aria-disabled]');
    go();
    await panel(page).getByText('Sent to a@example.com, b@example.com.').waitFor();
    expect((await untilDone(events)).mails.map(({ status }) => status)).toEqual([
      'accepted',
      'accepted',
    ]);
    expect(server.messages.length).toBe(2);
    await page.waitForSelector('action-bar .send:not([aria-disabled])');
    await events.cancel();
  });

  it('is finished by Ctrl-C as far as the mail at hand, and says who got one', async () => {
    const { server, atDot, go } = await startPatient();
    await configure(server);
    const preview = await runPreview(root, ['--port', '0']);
    const { page } = await openTab(preview);
    await button(page).click();
    await atDot;
    const ended = preview.interrupt();
    await preview.says('Stopping after the mail at hand; Ctrl-C again stops at once.\n');
    go();
    expect(await ended).toBe(130);
    expect(preview.stderr()).toContain('Sent to a@example.com.\nNot sent to b@example.com.\n');
    // The tabs were told before the end.
    await panel(page).getByText('Sent to a@example.com. Not sent to b@example.com.').waitFor();
    expect(server.messages.length).toBe(1);
    expect(readSentLog(workspaceAt(root)).entries.map(({ to }) => to)).toEqual(['a@example.com']);
  });
});
