import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readOutboxMail, listOutbox } from '../../../../src/post/read-outbox.ts';
import type { PreviewEvent } from '../../../../src/preview/model.ts';
import { readLog } from '../../../../src/preview/sending/read-log.ts';
import { createSender } from '../../../../src/preview/sending/sender.ts';
import { workspaceAt } from '../../../../src/workspace/workspace.ts';
import { smallConfig, smallIssue, writeFiles } from '../../../support/galley.ts';
import { makeTempFolder } from '../../../support/make-temp-folder.ts';
import { makeHaste } from '../../../support/run-send.ts';

async function openSender(files: Readonly<Record<string, string>> = {}, onError = fail) {
  const root = await makeTempFolder();
  await writeFiles(root, {
    'newsletter.config.yaml': smallConfig,
    'issues/one.yaml': smallIssue(),
    ...files,
  });
  const workspace = workspaceAt(root);
  const sender = createSender(workspace, { env: {}, pace: makeHaste(), onError });
  const events: PreviewEvent[] = [];
  const done = new Promise<void>((resolve) => {
    sender.subscribe((event) => {
      events.push(event);
      if (event.type === 'send' && event.send.isDone) resolve();
    });
  });
  return { root, workspace, sender, events, done };
}

function fail(error: unknown): void {
  throw error;
}

describe('a sender', () => {
  it('puts the mail into the outbox without a server, and tells each step', async () => {
    const { workspace, sender, events, done } = await openSender();
    expect(await sender.status()).toEqual({ cannotSend: null, sendsToOutbox: true, send: null });
    const begun = await sender.begin('one');
    expect(begun).toMatchObject({
      ok: true,
      send: { id: 1, slug: 'one', isDone: false, mails: [{ to: 'letter@example.com' }] },
    });
    await done;
    const steps = events.map((event) => event.type === 'send' && event.send.mails[0]?.status);
    expect(steps).toEqual(['waiting', 'sending', 'outbox', 'outbox']);
    const { send } = await sender.status();
    const name = send?.mails[0]?.outbox ?? '';
    expect((await listOutbox(workspace)).map((mail) => mail.name)).toEqual([name]);
    const message = Buffer.from((await readOutboxMail(workspace, name)) ?? []).toString();
    expect(message).toContain('Subject: [TEST] [DRAFT] Issue 1');
    expect(message).toContain('To: letter@example.com');
  });

  it('refuses a second send while one goes on, and counts them', async () => {
    const { sender, done } = await openSender();
    const [first, second] = await Promise.all([sender.begin('one'), sender.begin('one')]);
    expect(first.ok).toBe(true);
    expect(second).toMatchObject({ ok: false, reason: 'busy' });
    await done;
    await sender.finish();
    expect(await sender.begin('one')).toMatchObject({
      reason: 'busy',
      problem: { message: 'The preview is ending.' },
    });
  });

  it('says why nothing is sent: settings, errors, no such issue', async () => {
    const { root, sender, events } = await openSender({ '.env': 'SMTP_USER=ada\n' });
    const { cannotSend } = await sender.status();
    expect(cannotSend).toMatch(/^SMTP_USER is set, but neither SMTP_HOST nor SMTP_URL/);
    expect(await sender.begin('one')).toMatchObject({ ok: false, reason: 'failed' });
    await writeFile(join(root, '.env'), '');
    await sender.lookAgain();
    expect(events).toEqual([{ type: 'state' }]);
    await sender.lookAgain();
    expect(events.length).toBe(1);
    expect(await sender.begin('two')).toMatchObject({ ok: false, reason: 'failed' });
    await writeFile(join(root, 'issues/one.yaml'), 'number: [\n');
    const refused = await sender.begin('one');
    expect(refused).toMatchObject({
      ok: false,
      problem: { message: expect.stringMatching(/ errors? .* Nothing was sent\.$/) as string },
    });
    expect(await sender.finish()).toBeNull();
    expect(sender.finish()).toBeNull();
  });

  it('is stopped by nobody who watches', async () => {
    const told: unknown[] = [];
    const { sender, done } = await openSender({}, (error) => told.push(error));
    sender.subscribe(() => {
      throw new Error('a tab');
    });
    expect((await sender.begin('one')).ok).toBe(true);
    await done;
    expect(told.length).toBe(4);
  });

  it('says what it could not keep: the outbox is no folder', async () => {
    const { sender, done } = await openSender({ 'out/outbox': 'a file' });
    await sender.begin('one');
    await done;
    const { send } = await sender.status();
    expect(send?.mails.map(({ status }) => status)).toEqual(['not-sent']);
    expect(send?.problems[0]?.message).toMatch(/can't be written.* Nothing was sent\.$/);
  });
});

describe('the log of an issue', () => {
  it('has its entries, the newest first, and says how many lines are damaged', async () => {
    const entry = { contentHash: 'x', messageId: '<a@b>', to: 'a@b', status: 'accepted' };
    const lines = [
      { ...entry, when: '1', slug: 'one', answer: 'first' },
      { ...entry, when: '2', slug: 'two', answer: 'other' },
      { ...entry, when: '3', slug: 'one', answer: 'last' },
    ].map((line) => JSON.stringify(line));
    const files = { '.galley/sent.jsonl': `${lines.join('\n')}\n{"when":"4` };
    const { workspace } = await openSender(files);
    const log = readLog(workspace, 'one');
    expect(log.entries.map(({ answer }) => answer)).toEqual(['last', 'first']);
    expect(log).toMatchObject({ damaged: 1, problem: null });
    expect(readLog(workspace, 'none').entries).toEqual([]);
  });

  it('that can not be read says so', async () => {
    const { workspace } = await openSender({ '.galley/sent.jsonl/x': '' });
    expect(readLog(workspace, 'one').problem?.message).toMatch(/can't be read/);
  });
});
