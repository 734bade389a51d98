import { beforeEach, describe, expect, test } from 'vitest';
import type { ShownDelivery, ShownSend } from '../../src/preview/model.ts';
import type { ScriptedSender } from '../support/quiet-post.ts';
import { failed, quietPost, scriptSender } from '../support/quiet-post.ts';
import { findingsOf, usePreviewPage } from './use-preview-page.ts';

let script: ScriptedSender = scriptSender();
const log = {
  entries: [
    {
      when: '2026-11-21T10:05:00.000Z',
      to: 'ada@example.com',
      status: 'accepted',
      answer: '250 <b>ok</b>',
      messageId: '<a@example.com>',
    },
  ],
  damaged: 1,
  problem: null,
};
const { open, strayed } = usePreviewPage(() => {
  script = scriptSender();
  return { ...quietPost, sender: script.sender, readLog: () => log };
});

function mail(change: Partial<ShownDelivery>): ShownDelivery {
  const to = 'ada@example.com';
  return {
    to,
    status: 'waiting',
    sent: 0,
    bytes: 0,
    answer: '',
    outbox: null,
    problem: null,
    ...change,
  };
}

function send(isDone: boolean, ...mails: readonly ShownDelivery[]): ShownSend {
  return { id: 1, slug: '2026-11', isDone, mails, warnings: [], problems: [] };
}

let hint = '';
beforeEach(() => {
  hint = 'Check SMTP_USER and SMTP_PASS.';
});

describe('the panel of a test mail', () => {
  test('shows progress, the answers and what to do, and is closed by Escape', async () => {
    const page = await open('?issue=2026-11');
    const panel = page.locator('send-panel');
    script.answer({ ok: true, send: send(false, mail({})) });
    await page.getByRole('button', { name: 'Send test to me' }).click();
    expect(script.asked).toEqual(['2026-11']);
    await panel.getByText('Sending a test mail of 2026-11…').waitFor();
    expect(await page.getByRole('button', { name: 'Close' }).isVisible()).toBe(false);
    script.tell(send(false, mail({ status: 'sending', sent: 600_000, bytes: 2_000_000 })));
    await panel.getByText('30 % of 1.9 MB').waitFor();
    expect(await findingsOf(page)).toEqual([]);
    const problem = { message: 'mail.example.com refused the login.', hint };
    const answer = '535 5.7.8 <img src=x onerror=alert(1)>';
    script.tell(send(true, mail({ status: 'rejected', answer, problem })));
    await panel.getByText('Not delivered to ada@example.com.').waitFor();
    await panel.getByText(answer).waitFor();
    await panel.getByText(hint).waitFor();
    expect(await findingsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await panel.getByText(hint).waitFor({ state: 'hidden' });
  });

  test('explains a refusal, each time anew', async () => {
    const page = await open('?issue=2026-11', { scheme: 'dark' });
    const panel = page.locator('send-panel');
    script.answer(failed('There are 2 errors in the issue. Nothing was sent.'));
    for (let time = 0; time < 2; time++) {
      await page.getByRole('button', { name: 'Send test to me' }).click();
      await panel.getByText('There are 2 errors in the issue. Nothing was sent.').waitFor();
      expect(await findingsOf(page)).toEqual([]);
      await panel.getByRole('button', { name: 'Close' }).click();
      await panel.getByText('There are 2 errors').waitFor({ state: 'hidden' });
    }
    // The browser calls every refusal an error.
    expect(strayed().filter((message) => !message.includes('422'))).toEqual([]);
  });

  test('shows what another tab began, and not what was over before', async () => {
    script.tell(send(true, mail({ status: 'accepted' })));
    const page = await open('?issue=2026-11');
    const panel = page.locator('send-panel');
    expect(await panel.locator('.words').textContent()).toBe('');
    script.tell({ ...send(true, mail({ status: 'accepted', answer: '250 ok' })), id: 2 });
    await panel.getByText('Sent to ada@example.com.').waitFor();
    script.set({ cannotSend: 'SMTP_PORT is no port.' });
    await page.waitForSelector('action-bar .send[aria-disabled]');
    script.set({ cannotSend: null });
    await page.waitForSelector('action-bar .send:not([aria-disabled])');
  });
});

describe('a test mail', () => {
  test('that is not possible tells why, to everyone', async () => {
    const page = await open('?issue=2026-11');
    script.set({ cannotSend: 'SMTP_PORT is no port. Write a number.' });
    await page.waitForSelector('action-bar .send[aria-disabled]');
    const send = page.getByRole('button', { name: 'Send test to me' });
    const reason = await page.locator('.reason').textContent();
    expect(reason).toMatch(/\w/);
    expect(await send.getAttribute('aria-disabled')).toBe('true');
    expect(await page.locator('.reason').isVisible()).toBe(false);
    await send.focus();
    await page.keyboard.press('Enter');
    await page
      .getByRole('status')
      .getByText(reason ?? '')
      .waitFor();
    expect(await page.locator('.reason').isVisible()).toBe(true);
  });
});

describe('the log', () => {
  test.each(['light', 'dark'] as const)('is a line and a view, in %s', async (scheme) => {
    const page = await open('?issue=2026-11', { scheme });
    await page.getByText(/^Sent to ada@example\.com on 21 Nov 2026/).waitFor();
    await page.keyboard.press('l');
    await page.waitForURL(/view=log/);
    await page.locator('log-view td', { hasText: '250 <b>ok</b>' }).waitFor();
    await page.getByText('1 line of .galley/sent.jsonl can’t be read: it was left out.').waitFor();
    expect(await findingsOf(page)).toEqual([]);
  });
});
