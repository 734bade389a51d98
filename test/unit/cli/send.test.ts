import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createSendReporter } from '../../../src/cli/report-send.ts';
import { run } from '../../../src/cli/run.ts';
import { noColour } from '../../../src/diagnostics/format.ts';
import { UserError } from '../../../src/diagnostics/user-error.ts';
import type { SmtpServer } from '../../../src/mail/smtp/server.ts';
import { resultOf } from '../../../src/post/send-mail.ts';
import { smallConfig, smallIssue, writeFiles } from '../../support/galley.ts';
import { useTempFolder } from '../../support/make-temp-folder.ts';
import { runGalley } from '../../support/run-send.ts';
import { makeSmtpServer } from '../../support/smtp-server.ts';

const root = useTempFolder();

beforeAll(() =>
  writeFiles(root(), {
    'newsletter.config.yaml': smallConfig,
    'issues/one.yaml': smallIssue(1),
  }),
);

const stranger = ['send', 'one', '--to', 'letter@example.com,x@example.org'];
const mails = () => readdir(join(root(), 'out/outbox')).catch(() => []);

describe('galley send on a terminal', () => {
  it('asks about addresses that the config does not know, and takes no for an answer', async () => {
    const refused = await runGalley(root(), stranger, { answer: false });
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.questions).toEqual(['x@example.org is not in testRecipients. Send there?']);
    expect(refused.stderr).toContain('unconfirmed-recipient');
    expect(await mails()).toEqual([]);
  });

  it('sends after a yes, and does not ask with --yes or about the sender', async () => {
    const sent = await runGalley(root(), stranger, { answer: true });
    expect(sent.code).toBe(0);
    expect(await mails()).toHaveLength(2);
    const yes = await runGalley(root(), [...stranger, '--yes'], { answer: false });
    expect(yes).toMatchObject({ code: 0, questions: [] });
    const own = await runGalley(root(), ['send', 'one'], { answer: false });
    expect(own).toMatchObject({ code: 0, questions: [] });
  });

  it('stops before the first mail when Ctrl-C came first', async () => {
    const server = await makeSmtpServer({ tls: 'none' });
    onTestFinished(() => server.close());
    const stopped = await runGalley(root(), ['send', 'one'], {
      signal: AbortSignal.abort(),
      env: { SMTP_URL: `smtp://127.0.0.1:${server.port}`, SMTP_TLS: 'none' },
    });
    expect(stopped).toMatchObject({ code: 130, stdout: '' });
    expect(stopped.stderr).toBe('Not sent to letter@example.com.\n');
    expect(server.connections()).toBe(0);
  });
});

describe('a token that is user and password in one', () => {
  it.each(['send one --dry-run', 'send one --dry-run --json', 'doctor --smtp'])(
    'is not shown by %s',
    async (line) => {
      const server = await makeSmtpServer({ auth: { user: 't0ken', pass: 't0ken' } });
      onTestFinished(() => server.close());
      await writeFiles(root(), { 'ca.pem': server.ca });
      const env = { SMTP_URL: `smtp://t0ken:t0ken@127.0.0.1:${server.port}`, SMTP_CA: 'ca.pem' };
      const shown = await runGalley(root(), line.split(' '), { env });
      expect(shown).toMatchObject({ code: 0, stderr: '' });
      expect(shown.stdout).toContain('****');
      expect(shown.stdout).not.toContain('t0ken');
    },
  );
});

describe('Ctrl-C', () => {
  it('is the exit code, although the mail at hand was the last one and was sent', async () => {
    const server = await makeSmtpServer({ tls: 'none' });
    onTestFinished(() => server.close());
    const interrupt = new AbortController();
    const sent = await runGalley(root(), ['send', 'one'], {
      signal: interrupt.signal,
      env: { SMTP_URL: `smtp://127.0.0.1:${server.port}`, SMTP_TLS: 'none' },
      onStdout: () => interrupt.abort(),
    });
    expect(sent.code).toBe(130);
    expect(sent.stdout).toMatch(/^accepted letter@example\.com 250 /);
    expect(sent.stderr).toContain('Sent to letter@example.com.\n');
  });
});

describe('Ctrl-C at the question', () => {
  it('is no answer: nothing is sent', async () => {
    const interrupt = new AbortController();
    let stderr = '';
    const code = await run(stranger, {
      cwd: root(),
      env: {},
      stdout: { write: () => undefined, isTTY: true },
      stderr: { write: (text) => (stderr += text), isTTY: false },
      clock: () => 0,
      signal: interrupt.signal,
      confirm: () => {
        interrupt.abort();
        return Promise.resolve(false);
      },
    });
    expect(code).toBe(130);
    expect(stderr).toBe('Not sent to letter@example.com, x@example.org.\n');
  });
});

describe('the progress of a mail', () => {
  const to = 'a@example.com';

  function report(
    isTTY: boolean,
    bytes: number,
    server: SmtpServer | null = null,
  ): { stdout: string; stderr: string } {
    let stdout = '';
    let stderr = '';
    const io = {
      cwd: '/',
      env: {},
      stdout: { write: (text: string) => (stdout += text), isTTY },
      stderr: { write: (text: string) => (stderr += text), isTTY },
      clock: () => 0,
      signal: new AbortController().signal,
    };
    const reporter = createSendReporter(io, noColour, false);
    reporter.begin(server);
    reporter.onEvent({ type: 'begin', to, index: 0, total: 1, bytes });
    for (const sent of [0, bytes / 2, bytes / 2 + 1, bytes]) {
      reporter.onEvent({ type: 'progress', to, sent, bytes });
    }
    const mail = { to, messageId: '<1@example.com>', message: new Uint8Array(bytes) };
    reporter.onEvent({ type: 'result', result: resultOf(mail, 'accepted', '250 \u001b[2J ok') });
    return { stdout, stderr };
  }

  it('is shown of a large one on a terminal, and cleared at its end', () => {
    const { stdout, stderr } = report(true, 4_194_304);
    expect(stderr.split('\r').map((line) => line.replace('\u001b[K', ''))).toEqual([
      '',
      'a@example.com: 0% of 4.0 MB',
      'a@example.com: 50% of 4.0 MB',
      'a@example.com: 100% of 4.0 MB',
      '',
    ]);
    expect(stdout).toBe('accepted a@example.com 250 \uFFFD[2J ok\n');
  });

  it('tells on a terminal where it goes, before anything is heard from there', () => {
    const server = {
      host: 'mail.example.com',
      port: 587,
      tls: 'starttls',
      auth: null,
      ca: null,
      insecure: false,
    } as const;
    expect(report(true, 40_000, server).stderr).toBe(
      '\r\u001b[KSending to a@example.com by mail.example.com:587…\r\u001b[K',
    );
    expect(report(false, 40_000, server).stderr).toBe('');
  });

  it('is not shown of a small one, nor where nobody watches', () => {
    expect(report(true, 40_000).stderr).toBe('');
    expect(report(false, 4_194_304).stderr).toBe('');
  });
});

describe('the end of a send', () => {
  it('says when the log could not be written, and still what was sent', () => {
    let stderr = '';
    const io = {
      cwd: '/',
      env: {},
      stdout: { write: () => undefined, isTTY: false },
      stderr: { write: (text: string) => (stderr += text), isTTY: false },
      clock: () => 0,
      signal: new AbortController().signal,
    };
    const mail = { to: 'a@example.com', messageId: '<1@example.com>', message: new Uint8Array() };
    const full = new UserError('cannot-write', 'The disk is full.', 'Free some space.');
    createSendReporter(io, noColour, false).end([resultOf(mail, 'accepted', '250 ok')], full);
    expect(stderr).toBe(
      'The log of what was sent lacks a line of this send:\n' +
        'error  cannot-write\n  The disk is full.\n  Free some space.\nSent to a@example.com.\n',
    );
  });
});
