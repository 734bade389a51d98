import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { galley, writeFiles } from '../support/galley.ts';
import { ownIssue, printed } from '../support/own-issue.ts';
import { auth, pass, startServer, useSendWorkspace } from '../support/send-workspace.ts';
import { linesOf, makeDkimKey, verifyDkim } from '../support/verify-dkim.ts';

const { root, configure, log, expectNoSecrets } = useSendWorkspace(ownIssue);

describe('galley send', () => {
  it.each(['starttls', 'implicit'] as const)(
    'sends each recipient a mail of its own by %s and login, signed, and logs it',
    async (tls) => {
      const server = await startServer({ tls });
      const key = makeDkimKey();
      await writeFiles(root(), { 'keys/dkim.pem': key.privateKey });
      const dkim = 'DKIM_DOMAIN=example.com\nDKIM_SELECTOR=s1\nDKIM_KEY_FILE=keys/dkim.pem\n';
      await configure(server, { more: `SMTP_TLS=${tls}\n${dkim}` });
      const sent = await galley(root(), ['send', 'one', '--to', 'a@example.com,b@example.com']);
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
      const shown = await galley(root(), ['log']);
      expect(shown.stdout).toMatch(/ one +accepted b@example\.com {2}250 .*\n.* accepted a@/);
      expect(JSON.parse((await galley(root(), ['log', '--json'])).stdout)).toHaveLength(2);
      await expectNoSecrets(printed(sent), linesOf(key.privateKey));
    },
  );

  it('sends to the testRecipients when nobody is named, and prints results as JSON', async () => {
    const server = await startServer({
      refuseRecipient: (to) => (to.startsWith('b@') ? { code: 550, text: '5.1.1 unknown' } : null),
    });
    const user = encodeURIComponent(auth.user);
    const url = `smtp://${user}:${encodeURIComponent(pass)}@127.0.0.1:${server.port}`;
    await writeFile(join(root(), 'ca.pem'), server.ca);
    const env = { SMTP_URL: url, SMTP_CA: 'ca.pem' };
    const sent = await galley(root(), ['send', 'one', '--json'], env);
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
    await expectNoSecrets(printed(sent));
  });

  it('puts mail into the outbox when no server is set, and contacts nobody', async () => {
    const sent = await galley(root(), ['send', 'one', '--to', 'a@example.com']);
    expect(sent.code).toBe(0);
    const [, file = ''] =
      /^outbox a@example\.com (out\/outbox\/\d{8}T\d{9}Z-one-a@example\.com\.eml)\n$/.exec(
        sent.stdout,
      ) ?? [];
    const mail = await PostalMime.parse(await readFile(join(root(), file)));
    expect(mail).toMatchObject({ subject: '[TEST] Issue 1', to: [{ address: 'a@example.com' }] });
    expect(sent.stderr).toContain('docs/sending.md');
    expect(log()).toEqual([]);
    await expectNoSecrets(printed(sent));
  });

  it('shows what it would send, with secrets masked, and sends nothing', async () => {
    const server = await startServer();
    await configure(server);
    const to = ['--to', 'a@example.com,x@example.org'];
    const shown = await galley(root(), ['send', 'one', '--dry-run', ...to]);
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
    const json = await galley(root(), ['send', 'one', '--dry-run', '--json', ...to]);
    expect(JSON.parse(json.stdout)).toMatchObject({
      server: { host: 'localhost', port: server.port, tls: 'starttls', user: auth.user },
      envelope: { from: 'letter@example.com' },
    });
    expect(server.connections()).toBe(0);
    expect(await readdir(root())).not.toContain('out');
    expect(log()).toEqual([]);
    await expectNoSecrets(printed(shown));
    await expectNoSecrets(printed(json));
  });
});
