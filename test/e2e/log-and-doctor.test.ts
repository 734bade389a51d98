import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { galley } from '../support/galley.ts';
import { ownIssue, printed } from '../support/own-issue.ts';
import { startServer, useSendWorkspace } from '../support/send-workspace.ts';

const { root, configure, expectNoSecrets } = useSendWorkspace(ownIssue);

describe('galley log', () => {
  it('is empty at first, and survives a line that was cut short', async () => {
    expect(await galley(root(), ['log'])).toEqual({
      code: 0,
      stdout: '',
      stderr: 'Nothing was sent yet.\n',
    });
    const server = await startServer();
    await configure(server);
    await galley(root(), ['send', 'one', '--to', 'a@example.com']);
    const file = join(root(), '.galley/sent.jsonl');
    await writeFile(file, `${await readFile(file, 'utf8')}{"when":"2026-`);
    await galley(root(), ['send', 'one', '--to', 'b@example.com']);
    const { code, stdout, stderr } = await galley(root(), ['log']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^.* accepted b@example\.com .*\n.* accepted a@example\.com .*\n$/);
    expect(stderr).toContain("One line of .galley/sent.jsonl can't be read");
  });
});

describe('galley doctor --smtp', () => {
  it('says what it found, and sends nothing', async () => {
    const server = await startServer({ size: 12_345_678 });
    await configure(server);
    const found = await galley(root(), ['doctor', '--smtp']);
    expect(found).toMatchObject({ code: 0, stderr: '' });
    expect(found.stdout).toMatch(/^localhost:\d+, login ada@example\.com\nok {4}connect: /);
    expect(found.stdout).toMatch(/^ok {4}tls: TLSv1\.[23], .*\n/m);
    expect(found.stdout).toContain('12345678');
    expect(server.received).toEqual([]);
    await expectNoSecrets(printed(found));
  });

  it('says what is wrong with the login, and what to do', async () => {
    const server = await startServer({ auth: { user: 'other', pass: 'other' } });
    await configure(server);
    const found = await galley(root(), ['doctor', '--smtp']);
    expect(found.code).toBe(3);
    expect(found.stdout).toContain('fail  login: ');
    expect(found.stderr).toContain('auth-failed');
    await expectNoSecrets(printed(found));
  });

  it('lists in its help every setting that sending knows', async () => {
    const { stdout } = await galley(root(), ['doctor', '--help']);
    const page = await readFile(new URL('../../docs/sending.md', import.meta.url), 'utf8');
    const settings = page.matchAll(/^\| `((?:SMTP|DKIM)_\w+)` /gm);
    const names = Array.from(settings, ([, name]) => name);
    expect(names.length).toBeGreaterThan(10);
    for (const name of names) expect(stdout).toContain(name);
  });

  it('needs settings, and its flag', async () => {
    const none = await galley(root(), ['doctor', '--smtp']);
    expect(none.code).toBe(2);
    expect(none.stderr).toContain('missing-mail-server');
    expect((await galley(root(), ['doctor'])).code).toBe(2);
  });
});
