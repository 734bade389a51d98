import { spawn } from 'node:child_process';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { readSentLog } from '../../src/post/sent-log.ts';
import { workspaceAt } from '../../src/workspace/workspace.ts';
import type { Finished } from '../support/galley.ts';
import { galley, galleyBin, smallConfig, smallIssue, writeFiles } from '../support/galley.ts';
import { makePng } from '../support/make-image.ts';
import { useTempFolder } from '../support/make-temp-folder.ts';
import { makeRawServer } from '../support/raw-smtp-server.ts';
import type { SmtpServerOptions } from '../support/smtp-server.ts';
import { makeSmtpServer } from '../support/smtp-server.ts';
import { makeDkimKey, verifyDkim } from '../support/verify-dkim.ts';

const pass = 'correct-horse:battery';
const auth = { user: 'ada@example.com', pass };
const body = 'Straße, “quotes”, ![A picture](a.png) and [a link](https://a.example/?x=1&y=2).';

const folder = useTempFolder();
let root: string;

// One workspace for all, whose theme is compiled once; each test finds it as new.
beforeEach(async () => {
  root = folder();
  const left = ['out', '.env', '.galley/sent.jsonl'].map((path) => join(root, path));
  await Promise.all(left.map((path) => rm(path, { recursive: true, force: true })));
  await writeFiles(root, {
    'newsletter.config.yaml': `${smallConfig}testRecipients: [a@example.com, b@example.com, c@example.com]
listId: letter.example.com
unsubscribe: { url: 'https://example.com/leave?reader=t0ken', mailto: leave@example.com }
`,
    'issues/one.yaml': `status: ready\n${smallIssue(1, body)}`,
    'issues/a.png': makePng(20, 10),
  });
});

async function startServer(options: SmtpServerOptions = {}) {
  const server = await makeSmtpServer({ auth, ...options });
  onTestFinished(() => server.close());
  return server;
}

/** Writes the server's settings where an author has them: in .env. */
async function configure(server: { port: number; ca: string }, more = ''): Promise<void> {
  await writeFiles(root, {
    'ca.pem': server.ca,
    '.env': `SMTP_HOST=localhost
SMTP_PORT=${server.port}
SMTP_USER=${auth.user}
SMTP_PASS='${pass}'
SMTP_CA=ca.pem
${more}`,
  });
}

const log = () => readSentLog(workspaceAt(root)).entries;

/** Neither the password nor the key stands in what was printed or written. */
async function expectNoSecrets(finished: Finished, key = ''): Promise<void> {
  const written = await Promise.all(
    ['out', '.galley'].map(async (folder) => {
      const files = await readdir(join(root, folder), { recursive: true }).catch(() => []);
      const read = files.map((file) =>
        readFile(join(root, folder, file), 'latin1').catch(() => ''),
      );
      return (await Promise.all(read)).join('\n');
    }),
  );
  const all = [finished.stdout, finished.stderr, ...written].join('\n');
  const secrets = [pass, encodeURIComponent(pass), Buffer.from(pass).toString('base64'), 't0ken'];
  secrets.push(Buffer.from(`\0${auth.user}\0${pass}`).toString('base64'));
  secrets.push(...key.split('\n').filter((line) => line.length > 40));
  for (const secret of secrets) expect(all).not.toContain(secret);
}

describe('galley send', () => {
  it.each(['starttls', 'implicit'] as const)(
    'sends each recipient a mail of its own by %s and login, signed, and logs it',
    async (tls) => {
      const server = await startServer({ tls });
      const key = makeDkimKey();
      await writeFiles(root, { 'keys/dkim.pem': key.privateKey });
      const dkim = 'DKIM_DOMAIN=example.com\nDKIM_SELECTOR=s1\nDKIM_KEY_FILE=keys/dkim.pem\n';
      await configure(server, `SMTP_TLS=${tls}\n${dkim}`);
      const sent = await galley(root, ['send', 'one', '--to', 'a@example.com,b@example.com']);
      expect(sent).toEqual({
        code: 0,
        stdout: expect.stringMatching(
          /^accepted a@example\.com 250 2\.0\.0 .*\naccepted b@example\.com 250 2\.0\.0 .*\n$/,
        ) as string,
        stderr: 'Sent to a@example.com, b@example.com.\n',
      });
      expect(server.received.map(({ from, to, user, secure }) => [from, to, user, secure])).toEqual(
        [
          ['letter@example.com', ['a@example.com'], auth.user, true],
          ['letter@example.com', ['b@example.com'], auth.user, true],
        ],
      );
      const ids = new Set<string>();
      for (const { message } of server.received) {
        expect(await verifyDkim(message, 's1._domainkey.example.com', key.record)).toEqual([
          'pass',
        ]);
        const mail = await PostalMime.parse(message);
        ids.add(mail.messageId ?? '');
        expect(mail.subject).toBe('[TEST] Issue 1');
        expect(mail.text).toContain('Straße, “quotes”');
        expect(mail.text).toContain('https://a.example/?x=1&y=2');
        expect(mail.html).toContain('Straße, “quotes”');
        expect(mail.attachments.map(({ mimeType }) => mimeType)).toEqual(['image/png']);
        expect(mail.html).toContain(`cid:${mail.attachments[0]?.contentId?.slice(1, -1) ?? ''}`);
      }
      expect(log().map(({ slug, to, status, messageId }) => [slug, to, status, messageId])).toEqual(
        [...ids].map((id, index) => [
          'one',
          `${index === 0 ? 'a' : 'b'}@example.com`,
          'accepted',
          id,
        ]),
      );
      const shown = await galley(root, ['log']);
      expect(shown.stdout).toMatch(/ one +accepted b@example\.com {2}250 .*\n.* accepted a@/);
      expect(JSON.parse((await galley(root, ['log', '--json'])).stdout)).toHaveLength(2);
      await expectNoSecrets(sent, key.privateKey);
    },
  );

  it('sends to the testRecipients when nobody is named, and prints results as JSON', async () => {
    const server = await startServer({
      refuseRecipient: (to) => (to.startsWith('b@') ? { code: 550, text: '5.1.1 unknown' } : null),
    });
    const user = encodeURIComponent(auth.user);
    const url = `smtp://${user}:${encodeURIComponent(pass)}@127.0.0.1:${server.port}`;
    await writeFile(join(root, 'ca.pem'), server.ca);
    const env = { SMTP_URL: url, SMTP_CA: 'ca.pem' };
    const sent = await galley(root, ['send', 'one', '--json'], env);
    expect(sent.code).toBe(3);
    expect(JSON.parse(sent.stdout)).toMatchObject([
      { to: 'a@example.com', status: 'accepted', failure: null, tries: 1 },
      {
        to: 'b@example.com',
        status: 'rejected',
        answer: '550 5.1.1 unknown',
        failure: { code: 'recipient-refused', permanent: true },
      },
      { to: 'c@example.com', status: 'accepted' },
    ]);
    expect(log().map(({ status }) => status)).toEqual(['accepted', 'rejected', 'accepted']);
    await expectNoSecrets(sent);
  });

  it('puts mail into the outbox when no server is set, and contacts nobody', async () => {
    const sent = await galley(root, ['send', 'one', '--to', 'a@example.com']);
    expect(sent.code).toBe(0);
    const [, file = ''] =
      /^outbox a@example\.com (out\/outbox\/\d{8}T\d{9}Z-one-a@example\.com\.eml)\n$/.exec(
        sent.stdout,
      ) ?? [];
    const mail = await PostalMime.parse(await readFile(join(root, file)));
    expect(mail).toMatchObject({ subject: '[TEST] Issue 1', to: [{ address: 'a@example.com' }] });
    expect(sent.stderr).toContain('docs/sending.md');
    expect(log()).toEqual([]);
    await expectNoSecrets(sent);
  });

  it('shows what it would send, with secrets masked, and sends nothing', async () => {
    const server = await startServer();
    await configure(server);
    const to = ['--to', 'a@example.com,x@example.org'];
    const shown = await galley(root, ['send', 'one', '--dry-run', ...to]);
    expect(shown).toMatchObject({ code: 0, stderr: '' });
    expect(shown.stdout).toContain(
      `Server  localhost:${server.port}, STARTTLS, login ada@example.com, password ****\n`,
    );
    expect(shown.stdout).toContain('DKIM    not signed\n');
    expect(shown.stdout).toMatch(/^From +letter@example\.com\nTo +a@example\.com\nTo +x@example/m);
    expect(shown.stdout).toContain('x@example.org (not in testRecipients: asks before)\n');
    expect(shown.stdout).toMatch(/^Size +\d+ bytes: HTML \d+, text \d+, pictures \d+$/m);
    expect(shown.stdout).toMatch(/^Subject: \[TEST\] Issue 1$/m);
    expect(shown.stdout).toMatch(/\nNothing was sent\.\n$/);
    const json = await galley(root, ['send', 'one', '--dry-run', '--json', ...to]);
    expect(JSON.parse(json.stdout)).toMatchObject({
      server: { host: 'localhost', port: server.port, tls: 'starttls', user: auth.user },
      envelope: { from: 'letter@example.com' },
    });
    expect(server.connections()).toBe(0);
    expect(await readdir(root)).not.toContain('out');
    expect(log()).toEqual([]);
    await expectNoSecrets(shown);
    await expectNoSecrets(json);
  });
});

describe('what galley send refuses', () => {
  it('an issue with errors; --force sends what can be rendered', async () => {
    await writeFiles(root, { 'issues/one.yaml': smallIssue(1, '![Gone](gone.png) Some words.') });
    const refused = await galley(root, ['send', 'one', '--to', 'a@example.com']);
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toContain('missing-image');
    expect(refused.stderr).toContain('1 error: nothing was sent. With --force it is sent');
    const forced = await galley(root, ['send', 'one', '--force', '--to', 'a@example.com']);
    expect(forced.code).toBe(0);
    expect(forced.stdout).toMatch(/^outbox a@example\.com /);
    await writeFiles(root, { 'issues/one.yaml': 'number: none\n' });
    const broken = await galley(root, ['send', 'one', '--force']);
    expect(broken).toMatchObject({ code: 1, stdout: '' });
    expect(broken.stderr).not.toContain('--force');
  });

  it('strangers where nobody can be asked, too many recipients and what is no address', async () => {
    const stranger = await galley(root, ['send', 'one', '--to', 'x@example.org']);
    expect(stranger).toMatchObject({ code: 2, stdout: '' });
    expect(stranger.stderr).toContain('unconfirmed-recipient');
    const yes = await galley(root, ['send', 'one', '--to', 'x@example.org', '--yes']);
    expect(yes.stdout).toMatch(/^outbox x@example\.org /);
    const many = Array.from({ length: 11 }, (_, index) => `r${index}@example.com`).join();
    expect((await galley(root, ['send', 'one', '--yes', '--to', many])).stderr).toContain(
      'too-many-recipients',
    );
    const bad = await galley(root, ['send', 'one', '--to', 'a@example.com\nBcc: b@example.com']);
    expect(bad).toMatchObject({ code: 2, stdout: '' });
    expect(await readdir(join(root, 'out/outbox'))).toHaveLength(1);
  });

  it('wrong settings, an unknown issue, an .env that can not be read', async () => {
    const half = await galley(root, ['send', 'one'], { SMTP_HOST: 'a.example', SMTP_PASS: pass });
    expect(half).toMatchObject({ code: 2, stdout: '' });
    expect(half.stderr).toContain(
      'invalid-mail-setting\n  SMTP_PASS is set, but SMTP_USER is not.',
    );
    const unknown = await galley(root, ['send', 'on']);
    expect(unknown.stderr).toContain('unknown-issue');
    expect(unknown.code).toBe(2);
    await writeFile(join(root, '.env'), Buffer.from([0xff, 0xfe, 0x00]));
    const unreadable = await galley(root, ['send', 'one']);
    expect(unreadable).toMatchObject({ code: 2, stdout: '' });
    await expectNoSecrets(half);
  });

  it('a key that can not sign: nothing is sent unsigned', async () => {
    const server = await startServer();
    const dkim = 'DKIM_DOMAIN=example.com\nDKIM_SELECTOR=s1\nDKIM_KEY_FILE=dkim.pem\n';
    await configure(server, dkim);
    const missing = await galley(root, ['send', 'one', '--to', 'a@example.com']);
    expect(missing).toMatchObject({ code: 2, stdout: '' });
    expect(missing.stderr).toContain('unusable-dkim-key');
    const { privateKey } = makeDkimKey();
    await writeFile(join(root, 'dkim.pem'), privateKey.replace(/.{300}(?=\n.*\n-----END)/s, ''));
    const damaged = await galley(root, ['send', 'one', '--to', 'a@example.com']);
    expect(damaged).toMatchObject({ code: 2, stdout: '' });
    expect(damaged.stderr).toContain('unusable-dkim-key');
    expect(server.connections()).toBe(0);
    await expectNoSecrets(damaged, privateKey);
  });

  it('says that a signature of another domain does not count', async () => {
    const key = makeDkimKey();
    await writeFiles(root, { 'dkim.pem': key.privateKey });
    const dkim = { DKIM_DOMAIN: 'example.org', DKIM_SELECTOR: 's1', DKIM_KEY_FILE: 'dkim.pem' };
    const sent = await galley(root, ['send', 'one', '--to', 'a@example.com'], dkim);
    expect(sent.code).toBe(0);
    expect(sent.stderr).toContain(
      'warning  DKIM_DOMAIN is example.org, but the mail is from letter@',
    );
  });
});

describe('Ctrl-C', () => {
  it('finishes the mail at hand, begins no other, and says what was and was not sent', async () => {
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    let arrive: () => void = () => undefined;
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    const server = await makeRawServer({
      end: async (peer) => {
        arrive();
        await released;
        peer.send('250 2.0.0 queued at last\r\n');
      },
    });
    onTestFinished(() => server.close());
    await configure(server);
    const child = spawn(process.execPath, [galleyBin, 'send', 'one'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      stderr += chunk;
      if (stderr.includes('Stopping')) release();
    });
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    await arrived;
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(stdout).toBe('accepted a@example.com 250 2.0.0 queued at last\n');
    expect(stderr).toContain('Stopping after the mail at hand');
    expect(stderr).toContain('Sent to a@example.com.\nNot sent to b@example.com, c@example.com.\n');
    expect(server.messages).toHaveLength(1);
    expect(log().map(({ to, status }) => [to, status])).toEqual([['a@example.com', 'accepted']]);
  });
});

describe('galley log', () => {
  it('is empty at first, and survives a line that was cut short', async () => {
    expect(await galley(root, ['log'])).toEqual({
      code: 0,
      stdout: '',
      stderr: 'Nothing was sent yet.\n',
    });
    const server = await startServer();
    await configure(server);
    await galley(root, ['send', 'one', '--to', 'a@example.com']);
    const file = join(root, '.galley/sent.jsonl');
    await writeFile(file, `${await readFile(file, 'utf8')}{"when":"2026-`);
    await galley(root, ['send', 'one', '--to', 'b@example.com']);
    const { code, stdout, stderr } = await galley(root, ['log']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^.* accepted b@example\.com .*\n.* accepted a@example\.com .*\n$/);
    expect(stderr).toContain("One line of .galley/sent.jsonl can't be read");
  });
});

describe('galley doctor --smtp', () => {
  it('says what it found, and sends nothing', async () => {
    const server = await startServer({ size: 12_345_678 });
    await configure(server);
    const found = await galley(root, ['doctor', '--smtp']);
    expect(found).toMatchObject({ code: 0, stderr: '' });
    expect(found.stdout).toMatch(/^localhost:\d+, login ada@example\.com\nok {4}connect: /);
    expect(found.stdout).toMatch(/^ok {4}tls: TLSv1\.[23], .*\n/m);
    expect(found.stdout).toContain('12345678');
    expect(server.received).toEqual([]);
    await expectNoSecrets(found);
  });

  it('says what is wrong with the login, and what to do', async () => {
    const server = await startServer({ auth: { user: 'other', pass: 'other' } });
    await configure(server);
    const found = await galley(root, ['doctor', '--smtp']);
    expect(found.code).toBe(3);
    expect(found.stdout).toContain('fail  login: ');
    expect(found.stderr).toContain('auth-failed');
    await expectNoSecrets(found);
  });

  it('needs settings, and its flag', async () => {
    const none = await galley(root, ['doctor', '--smtp']);
    expect(none.code).toBe(2);
    expect(none.stderr).toContain('missing-mail-server');
    expect((await galley(root, ['doctor'])).code).toBe(2);
  });
});
