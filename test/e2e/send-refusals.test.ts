import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { galley, smallIssue, writeFiles } from '../support/galley.ts';
import { ownIssue, printed } from '../support/own-issue.ts';
import { pass, startServer, useSendWorkspace } from '../support/send-workspace.ts';
import { linesOf, makeDkimKey } from '../support/verify-dkim.ts';

const { root, configure, expectNoSecrets } = useSendWorkspace(ownIssue);

describe('what galley send refuses', () => {
  it('an issue with errors; --force sends what can be rendered', async () => {
    await writeFiles(root(), { 'issues/one.yaml': smallIssue(1, '![Gone](gone.png) Some words.') });
    const refused = await galley(root(), ['send', 'one', '--to', 'a@example.com']);
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toContain('missing-image');
    expect(refused.stderr).toContain('1 error: nothing was sent. With --force it is sent');
    const forced = await galley(root(), ['send', 'one', '--force', '--to', 'a@example.com']);
    expect(forced.code).toBe(0);
    expect(forced.stdout).toMatch(/^outbox a@example\.com /);
    await writeFiles(root(), { 'issues/one.yaml': 'number: none\n' });
    const broken = await galley(root(), ['send', 'one', '--force']);
    expect(broken).toMatchObject({ code: 1, stdout: '' });
    expect(broken.stderr).not.toContain('--force');
  });

  it('strangers where nobody can be asked, too many recipients and what is no address', async () => {
    const stranger = await galley(root(), ['send', 'one', '--to', 'x@example.org']);
    expect(stranger).toMatchObject({ code: 2, stdout: '' });
    expect(stranger.stderr).toContain('unconfirmed-recipient');
    const yes = await galley(root(), ['send', 'one', '--to', 'x@example.org', '--yes']);
    expect(yes.stdout).toMatch(/^outbox x@example\.org /);
    const many = Array.from({ length: 11 }, (_, index) => `r${index}@example.com`).join();
    expect((await galley(root(), ['send', 'one', '--yes', '--to', many])).stderr).toContain(
      'too-many-recipients',
    );
    const bad = await galley(root(), ['send', 'one', '--to', 'a@example.com\nBcc: b@example.com']);
    expect(bad).toMatchObject({ code: 2, stdout: '' });
    expect(await readdir(join(root(), 'out/outbox'))).toHaveLength(1);
  });

  it('wrong settings, an unknown issue, an .env that can not be read', async () => {
    const half = await galley(root(), ['send', 'one'], { SMTP_HOST: 'a.example', SMTP_PASS: pass });
    expect(half).toMatchObject({ code: 2, stdout: '' });
    expect(half.stderr).toContain(
      'invalid-mail-setting\n  SMTP_PASS is set, but SMTP_USER is not.',
    );
    const unknown = await galley(root(), ['send', 'on']);
    expect(unknown.stderr).toContain('unknown-issue');
    expect(unknown.code).toBe(2);
    await writeFile(join(root(), '.env'), Buffer.from([0xff, 0xfe, 0x00]));
    const unreadable = await galley(root(), ['send', 'one']);
    expect(unreadable).toMatchObject({ code: 2, stdout: '' });
    await expectNoSecrets(printed(half));
  });

  it('a key that can not sign: nothing is sent unsigned', async () => {
    const server = await startServer();
    const dkim = 'DKIM_DOMAIN=example.com\nDKIM_SELECTOR=s1\nDKIM_KEY_FILE=dkim.pem\n';
    await configure(server, { more: dkim });
    const missing = await galley(root(), ['send', 'one', '--to', 'a@example.com']);
    expect(missing).toMatchObject({ code: 2, stdout: '' });
    expect(missing.stderr).toContain('unusable-dkim-key');
    const { privateKey } = makeDkimKey();
    await writeFile(join(root(), 'dkim.pem'), privateKey.replace(/.{300}(?=\n.*\n-----END)/s, ''));
    const damaged = await galley(root(), ['send', 'one', '--to', 'a@example.com']);
    expect(damaged).toMatchObject({ code: 2, stdout: '' });
    expect(damaged.stderr).toContain('unusable-dkim-key');
    expect(server.connections()).toBe(0);
    await expectNoSecrets(printed(damaged), linesOf(privateKey));
  });

  it('says that a signature of another domain does not count', async () => {
    const key = makeDkimKey();
    await writeFiles(root(), { 'dkim.pem': key.privateKey });
    const dkim = { DKIM_DOMAIN: 'example.org', DKIM_SELECTOR: 's1', DKIM_KEY_FILE: 'dkim.pem' };
    const sent = await galley(root(), ['send', 'one', '--to', 'a@example.com'], dkim);
    expect(sent.code).toBe(0);
    expect(sent.stderr).toContain(
      'warning  DKIM_DOMAIN is example.org, but the mail is from letter@',
    );
  });
});
