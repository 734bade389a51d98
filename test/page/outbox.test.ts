import { mkdtempSync, realpathSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { putInOutbox } from '../../src/post/outbox.ts';
import { createOutbox } from '../../src/preview/sending/outbox.ts';
import { workspaceAt } from '../../src/workspace/workspace.ts';
import { hostileMails, htmlMail, outboxName, rawMail } from '../support/hostile-mails.ts';
import { quietPost } from '../support/quiet-post.ts';
import { findingsOf, mailFrame, usePreviewPage, waitForSight } from './use-preview-page.ts';

const workspace = workspaceAt(realpathSync(mkdtempSync(join(tmpdir(), 'galley-test-'))));
const { open, server, strayed } = usePreviewPage(() => ({
  ...quietPost,
  outbox: createOutbox(workspace),
}));

const plain = rawMail(
  'From: Letter <letter@example.com>',
  'To: ada@example.com',
  'Subject: [TEST] A letter',
  'Content-Type: multipart/mixed; boundary=m',
  '',
  '--m',
  'Content-Type: text/plain',
  '',
  'Plain words.',
  '--m',
  'Content-Type: text/html',
  '',
  '<p>Words with <a href="https://a.example/">a link</a> and <img alt="far" src="https://a.example/far.png"></p>',
  '--m',
  'Content-Type: application/pdf; name=paper.pdf',
  '',
  '%PDF',
  '--m--',
);

const names = new Map<string, string>();

beforeAll(async () => {
  const date = new Date('2026-11-23T08:00:00.000Z');
  const message = Buffer.from(plain);
  const file = await putInOutbox(workspace, { slug: 'one', to: 'ada@example.com', date, message });
  names.set('plain', file.split('/').at(-1) ?? '');
  for (const [index, mail] of hostileMails.entries()) {
    const name = outboxName(mail.slug, index);
    names.set(mail.slug, name);
    await writeFile(join(workspace.outDir, 'outbox', name), mail.message, 'latin1');
  }
});
afterAll(() => rm(workspace.root, { recursive: true, force: true }));

function queryOf(slug: string, more = ''): string {
  return `?outbox=${encodeURIComponent(names.get(slug) ?? '')}${more}`;
}

describe('the outbox', () => {
  test('is opened by its link or its key, and left again', async () => {
    const page = await open('?issue=2026-11&view=changes');
    await page.getByRole('link', { name: `Outbox ${hostileMails.length + 1}` }).click();
    await page.waitForURL(/issue=2026-11&outbox=&view=changes$/);
    await page.getByRole('heading', { name: 'Outbox' }).waitFor();
    expect(await page.locator('outbox-list li').count()).toBe(hostileMails.length + 1);
    expect(await page.locator('outbox-list li').first().textContent()).toMatch(
      /^\[TEST\] A letter To ada@example\.com 23 Nov 2026, \d\d:00 \d+ bytes$/,
    );
    await page.keyboard.press('o');
    await page.waitForURL(/\?issue=2026-11&view=changes$/);
    await page.keyboard.press('o');
    await page.keyboard.press('j');
    await page.waitForURL((url) => url.searchParams.get('outbox') === names.get('plain'));
    await page.goBack();
    await page.getByRole('heading', { name: 'Outbox' }).waitFor();
    await page.locator('issue-line', { hasText: 'A million rows' }).click();
    await page.waitForURL(/\?issue=2026-10&view=changes$/);
  });

  test('shows a mail as its mail, its text, its message and its source', async () => {
    const page = await open(queryOf('plain'));
    await page.getByRole('heading', { name: '[TEST] A letter' }).waitFor();
    const frame = await mailFrame(page);
    await frame.getByText('Words with').waitFor();
    expect(await frame.locator('a').getAttribute('target')).toBe('_blank');
    expect(await page.locator('view-tabs a:visible').allTextContents()).toEqual([
      'Mail',
      'Text',
      'Message',
      'Source',
    ]);
    await page.keyboard.press('t');
    await page.locator('text-view', { hasText: 'Plain words.' }).waitFor();
    await page.keyboard.press('s');
    await page.locator('source-view', { hasText: 'Words with' }).waitFor();
    await page.getByRole('link', { name: 'Message' }).click();
    await page.locator('message-view td', { hasText: 'Letter <letter@example.com>' }).waitFor();
    const saving = page.waitForEvent('download');
    await page.getByRole('link', { name: 'paper.pdf' }).click();
    expect((await saving).suggestedFilename()).toBe('paper.pdf');
    await page.reload();
    await page.locator('message-view', { hasText: 'Attachments' }).waitFor();
    await page.getByText('1 attachment').waitFor();
  });

  test('asks the web for nothing, unless the author wants it for this mail', async () => {
    const page = await open(queryOf('plain'));
    await page.getByText('Pictures from the web are not loaded.').waitFor();
    const asked: string[] = [];
    await page.route('https://a.example/**', async (route) => {
      asked.push(route.request().url());
      await route.abort();
    });
    await page.locator('mail-options').getByLabel('Web too').click();
    await expect.poll(() => asked).toEqual(['https://a.example/far.png']);
    await page.getByRole('link', { name: 'All mails' }).click();
    await page.waitForURL((url) => !url.search.includes('images'));
    expect(strayed()).toContain('https://a.example/far.png');
  });

  test('says so when it is empty, or a mail is gone', async () => {
    const page = await open('?outbox=20261122T211111111Z-gone-ada@example.com.eml');
    await page.getByText('There is no such mail in the outbox').waitFor();
    expect(await findingsOf(page)).toEqual([]);
  });

  test('shows what is put there while the window was left', async () => {
    const page = await open('?outbox=');
    const line = page.locator('outbox-list li', { hasText: 'A late mail' });
    expect(await line.count()).toBe(0);
    const file = join(workspace.outDir, 'outbox', outboxName('late', 50));
    await writeFile(file, htmlMail('late').replace('Hostile', 'A late mail'));
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await line.waitFor();
    await rm(file);
  });
});

describe.each(hostileMails)('a hostile mail of $slug', ({ slug }) => {
  test('is shown and asks for nothing, in any view and in any look', async () => {
    const page = await open(queryOf(slug));
    const asked: string[] = [];
    const note = (request: Request) => {
      if (/^https?:/.test(request.url())) asked.push(new URL(request.url()).pathname);
    };
    page.on('requestfinished', note);
    page.on('requestfailed', (request) => {
      if (request.failure()?.errorText !== 'csp') note(request);
    });
    const looks = ['', '&look=dark', '&look=full', '&styles=off'];
    for (const more of [...looks, '&view=text', '&view=message', '&view=source']) {
      await page.goto(`${server().address()}/${queryOf(slug, more)}`);
      await waitForSight(page);
    }
    const own =
      /^\/(?:$|page\/|events$|api\/(?:state|outbox|issues)|outbox\/[^/]+\/(?:email\.(?:html|txt)|source\.html|cid\/\d+)$)/;
    expect(asked.filter((path) => !own.test(path))).toEqual([]);
    // Each visit of the page listens once; a mail must not use up the browser's connections.
    expect(asked.filter((path) => path === '/events').length).toBeLessThan(10);
    expectOnlyBlocked();
  });
});

describe('links of a hostile mail', () => {
  test.each(['js', 'top', 'self'])('lead neither the page nor the frame away: %s', async (id) => {
    const page = await open(queryOf('markup'));
    const frame = await mailFrame(page);
    await page.context().route('https://elsewhere.example/**', async (route) => {
      await route.fulfill({ contentType: 'text/html', body: 'elsewhere' });
    });
    const before = [page.url(), frame.url()];
    await frame.locator(`#${id}`).click({ noWaitAfter: true });
    await frame.locator('#here').waitFor();
    // What the click began has begun by then.
    await page.evaluate(() => new Promise(requestAnimationFrame));
    expect([page.url(), frame.url()]).toEqual(before);
    expectOnlyBlocked();
  });
});

describe.each([
  { width: 1440, scheme: 'light' },
  { width: 1440, scheme: 'dark' },
  { width: 375, scheme: 'light' },
  { width: 375, scheme: 'dark' },
] as const)('at $width px in $scheme', (window) => {
  test.each(['?outbox=', 'plain', 'plain&view=message', 'headers&view=text'])(
    '%s is accessible',
    async (what) => {
      const [slug = '', more = ''] = what.split('&');
      const page = await open(
        what.startsWith('?') ? what : queryOf(slug, more && `&${more}`),
        window,
      );
      expect(await findingsOf(page)).toEqual([]);
    },
  );
});

// --- internal ---

/** The browser told of what it kept the mail from; there is no other error. */
function expectOnlyBlocked(): void {
  const blocked =
    /violates the following Content Security Policy|sandboxed|elsewhere\.example|ERR_UNKNOWN_URL_SCHEME/;
  expect(strayed().filter((message) => !blocked.test(message))).toEqual([]);
}
