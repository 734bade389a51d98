import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { beforeAll, describe, expect, it } from 'vitest';
import { deliver } from '../../src/mail/smtp/deliver.ts';
import { createMeans } from '../../src/post/create-means.ts';
import type { SendPlan } from '../../src/post/plan-send.ts';
import { planSend } from '../../src/post/plan-send.ts';
import { workspaceAt } from '../../src/workspace/workspace.ts';
import { galley, smallConfig, smallIssue, writeFiles } from '../support/galley.ts';
import { makePng } from '../support/make-image.ts';
import { useTempFolder } from '../support/make-temp-folder.ts';
import type { TestSmtpServer } from '../support/smtp-server.ts';
import { makeSmtpServer } from '../support/smtp-server.ts';
import { makeDkimKey, verifyDkim } from '../support/verify-dkim.ts';
import { ensurePostfix } from './ensure-postfix.ts';
import type { PrivatePostfix } from './start-postfix.ts';
import { startPostfix } from './start-postfix.ts';

const root = useTempFolder();
const key = makeDkimKey();
const keyName = 's1._domainkey.example.com';
let relay: TestSmtpServer;
let postfix: PrivatePostfix;

// What servers have been known to change: lines of a lone dot or that begin with one or with From,
// long lines, spaces at the end, letters outside ASCII.
const body = `A first line.

.

.hidden at the beginning, and ..twice

From the middle of the text: Straße, “quotes” and 🔥

${'word '.repeat(400)}

![A picture](a.png) [A link](https://a.example/?x=1&y=2).`;

beforeAll(async () => {
  await ensurePostfix();
  relay = await makeSmtpServer({ tls: 'none' });
  postfix = await startPostfix(relay.port);
  await writeFiles(root(), {
    'newsletter.config.yaml': `${smallConfig}listId: letter.example.com
unsubscribe: { url: 'https://example.com/leave', mailto: leave@example.com }
`,
    'issues/one.yaml': `status: ready\n${smallIssue(1, body)}`,
    'issues/a.png': makePng(600, 400),
    'dkim.pem': key.privateKey,
    'ca.pem': postfix.ca,
    '.env': `SMTP_HOST=127.0.0.1
SMTP_PORT=${postfix.port}
SMTP_CA=ca.pem
DKIM_DOMAIN=example.com
DKIM_SELECTOR=s1
DKIM_KEY_FILE=dkim.pem
`,
  });
  return async () => {
    await postfix.stop();
    await relay.close();
  };
});

/** Hands a mail to Postfix; returns what was handed over, byte for byte. */
async function handOver(to: string): Promise<{ plan: SendPlan; handed: Buffer }> {
  const environment = {
    SMTP_HOST: '127.0.0.1',
    SMTP_PORT: String(postfix.port),
    SMTP_CA: 'ca.pem',
    DKIM_DOMAIN: 'example.com',
    DKIM_SELECTOR: 's1',
    DKIM_KEY_FILE: 'dkim.pem',
  };
  const request = { slug: 'one', to: [to], environment, force: false };
  const { plan } = await planSend(workspaceAt(root()), request);
  if (plan?.server == null) throw new Error('There is nothing to send.');
  const { now, newId, pace, signal } = createMeans(new AbortController().signal);
  const { message } = await plan.letter.compose({ to, date: now(), id: newId() });
  const mail = { from: plan.from, to, message };
  const delivery = await deliver(plan.server, mail, { signal, ...pace });
  expect(delivery).toMatchObject({ status: 'accepted', failure: null, tries: 1 });
  return { plan, handed: Buffer.from(message) };
}

/** The first mail in the Maildir, once it is there. */
async function firstInInbox(): Promise<Buffer> {
  const folder = join(postfix.maildir, 'new');
  const list = () => readdir(folder).catch((): string[] => []);
  await until(async () => (await list()).length > 0);
  const [name = ''] = await list();
  return readFile(join(folder, name));
}

/** The message after the headers that servers put before it. */
function afterTrace(message: Buffer): Buffer {
  const text = message.toString('latin1');
  const trace =
    /^(?:(?:Return-Path|X-Original-To|Delivered-To|Received):.*\r?\n(?:[ \t].*\r?\n)*)+/;
  const { length } = trace.exec(text)?.[0] ?? '';
  expect(length).toBeGreaterThan(0);
  return message.subarray(length);
}

async function expectContent(message: Buffer, plan: SendPlan): Promise<void> {
  expect(await verifyDkim(message, keyName, key.record)).toEqual(['pass']);
  const mail = await PostalMime.parse(message);
  const lines = (text: string | undefined) => text?.replace(/\r\n/g, '\n').trimEnd();
  expect(mail.subject).toBe(plan.letter.subject);
  expect(lines(mail.text)).toBe(lines(plan.letter.text));
  const [picture] = mail.attachments;
  const cid = `cid:${picture?.contentId?.slice(1, -1) ?? ''}`;
  const path = /images\/a-\w+\.png/.exec(plan.letter.html)?.[0] ?? '';
  expect(lines(mail.html?.replaceAll(cid, path))).toBe(lines(plan.letter.html));
}

describe('a mail that Postfix delivers', () => {
  it('goes on to the next server byte for byte, after the trace headers', async () => {
    const { plan, handed } = await handOver('ada@relay.example');
    await until(() => relay.received.length > 0);
    const [received] = relay.received;
    expect(received?.to).toEqual(['ada@relay.example']);
    const message = received?.message ?? Buffer.alloc(0);
    expect(afterTrace(message).equals(handed)).toBe(true);
    await expectContent(message, plan);
  });

  it('is kept in the mailbox byte for byte, with the line ends that a Maildir has', async () => {
    const { plan, handed } = await handOver('ada@inbox.example');
    const message = await firstInInbox();
    const kept = afterTrace(message).toString('latin1').replace(/\n/g, '\r\n');
    expect(kept).toBe(handed.toString('latin1'));
    const wire = Buffer.from(message.toString('latin1').replace(/\n/g, '\r\n'), 'latin1');
    await expectContent(wire, plan);
  });

  it('comes from the built command as well', async () => {
    const before = relay.received.length;
    const sent = await galley(root(), ['send', 'one', '--yes', '--to', 'bob@relay.example']);
    expect(sent).toMatchObject({ code: 0, stderr: 'Sent to bob@relay.example.\n' });
    expect(sent.stdout).toMatch(/^accepted bob@relay\.example 250 2\.0\.0 Ok: queued as \w+\n$/);
    await until(() => relay.received.length > before);
    const message = relay.received.at(-1)?.message ?? Buffer.alloc(0);
    expect(await verifyDkim(message, keyName, key.record)).toEqual(['pass']);
    const log = await galley(root(), ['log']);
    expect(log.stdout).toContain('accepted bob@relay.example');
  });
});

/** Postfix hands on by processes of its own: there is nothing to wait for but the mail. */
async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The mail never came.\n${await postfix.readLog()}`);
}
