import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from '../../../src/files/hash.ts';
import type { SendRequest } from '../../../src/post/plan-send.ts';
import { planSend } from '../../../src/post/plan-send.ts';
import type { TestLetter, TestMail } from '../../../src/post/test-mail.ts';
import { buildIssues } from '../../../src/press/build-issues.ts';
import { workspaceAt } from '../../../src/workspace/workspace.ts';
import { smallConfig, smallIssue, writeFiles } from '../../support/galley.ts';
import { makePng } from '../../support/make-image.ts';
import { makeTempFolder } from '../../support/make-temp-folder.ts';

const config = `${smallConfig}url: https://letter.example.com/
listId: letter.example.com
unsubscribe:
  url: https://letter.example.com/leave?reader=t0ken&u=1#t0ken
  mailto: leave@example.com
`;

const withPicture = smallIssue(
  1,
  'A **bold** claim, ![A](a.png), and a [link](https://a.example/).',
);

let root: string;

beforeEach(async () => {
  root = await makeTempFolder();
  await writeFiles(root, {
    'newsletter.config.yaml': config,
    'issues/a.yaml': withPicture,
    'issues/a.png': makePng(20, 10),
  });
});

async function letterOf(request: Partial<SendRequest> = {}): Promise<TestLetter> {
  const whole = { slug: 'a', to: [], environment: {}, force: false, ...request };
  const { plan, diagnostics } = await planSend(workspaceAt(root), whole);
  if (plan === null) throw new Error(JSON.stringify(diagnostics));
  return plan.letter;
}

const stamp = { to: 'ada@example.org', date: new Date('2026-11-22T21:55:11Z'), id: 'one' };

async function compose(letter: TestLetter, changes: Partial<typeof stamp> = {}): Promise<TestMail> {
  return letter.compose({ ...stamp, ...changes });
}

const textOf = (mail: TestMail) => Buffer.from(mail.message).toString('latin1');

describe('a test mail', () => {
  it('is marked as a test and as the draft it is, and names its issue', async () => {
    const draft = await compose(await letterOf());
    expect(draft.subject).toBe('[TEST] [DRAFT] Issue 1');
    await writeFiles(root, { 'issues/b.yaml': `status: ready\n${smallIssue(2)}` });
    const ready = textOf(await compose(await letterOf({ slug: 'b' })));
    expect(ready).toMatch(/^Subject: \[TEST\] Issue 2\r$/m);
    expect(ready).toMatch(/^X-Galley-Issue: b\r$/m);
  });

  it('is for one recipient, of now, with a Message-ID of its own at the sender', async () => {
    const letter = await letterOf();
    const mail = await compose(letter);
    const text = textOf(mail);
    expect(text).toMatch(/^To: ada@example\.org\r$/m);
    expect(text).toMatch(/^From: Test Letter <letter@example\.com>\r$/m);
    expect(text).toMatch(/^Date: Sun, 22 Nov 2026 21:55:11 \+0000\r$/m);
    expect(mail.messageId).toBe('<one@example.com>');
    expect(text).toMatch(/^Message-ID: <one@example\.com>\r$/m);
    expect(text).not.toMatch(/^(?:bcc|cc|x-mailer):/im);
    expect((await compose(letter, { id: 'two' })).messageId).toBe('<two@example.com>');
    expect(textOf(await compose(letter))).toBe(text);
  });

  it('has the list headers, and no token by which someone could be unsubscribed', async () => {
    const letter = await letterOf();
    const text = textOf(await compose(letter)).replace(/\r\n /g, ' ');
    expect(text).toContain(
      'List-Unsubscribe: <https://letter.example.com/leave>, <mailto:leave@example.com>',
    );
    expect(text).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
    expect(letter.html).toContain('https://letter.example.com/leave"');
    for (const shown of [text.replace(/=\r\n/g, ''), letter.html, letter.text]) {
      expect(shown).not.toContain('t0ken');
    }
  });

  it("keeps an email service's merge tag as it is", async () => {
    const tag = config.replace(/url: https:\/\/letter.*leave.*\n/, "tag: '{{unsubscribe_url}}'\n");
    await writeFiles(root, { 'newsletter.config.yaml': tag });
    const { html, text } = await letterOf();
    expect(html).toContain('href="{{unsubscribe_url}}"');
    expect(text).toContain('{{unsubscribe_url}}');
  });

  it('parses back to the text, the HTML and the picture of the issue', async () => {
    const letter = await letterOf();
    const mail = await PostalMime.parse((await compose(letter)).message);
    expect(mail.text?.replace(/\r\n/g, '\n').trimEnd()).toBe(letter.text.trimEnd());
    const [picture] = mail.attachments;
    expect(picture?.contentId).toMatch(/^<[0-9a-f]{16}@example\.com>$/);
    expect(picture?.mimeType).toBe('image/png');
    const cid = picture?.contentId?.slice(1, -1) ?? '';
    expect(mail.html).toContain(`src="cid:${cid}"`);
    const shown = mail.html?.replace(
      `cid:${cid}`,
      letter.html.match(/images\/a-\w+\.png/)?.[0] ?? '',
    );
    expect(shown?.trimEnd()).toBe(letter.html.trimEnd());
  });

  it('knows the hash of the mail that readers get', async () => {
    const { signal } = new AbortController();
    const options = {
      slugs: ['a'],
      force: false,
      clock: () => 0,
      signal,
      onIssue: () => undefined,
    };
    await buildIssues(workspaceAt(root), options);
    const { contentHash } = await letterOf();
    expect(contentHash).toBe(sha256(await readFile(join(root, 'out/a/email.eml'))));
  });
});

describe('an issue with errors', () => {
  it('is not sent, unless it can be rendered and that is forced', async () => {
    const broken = smallIssue(1, 'A [bad](javascript:alert(1)) link, ![B](missing.png) and more.');
    await writeFile(join(root, 'issues/a.yaml'), broken);
    const request = { slug: 'a', to: [], environment: {} };
    const refused = await planSend(workspaceAt(root), { ...request, force: false });
    expect(refused).toMatchObject({ plan: null, forceable: true });
    expect(refused.diagnostics.map(({ code }) => code)).toEqual(['invalid-url', 'missing-image']);
    const letter = await letterOf({ force: true });
    expect(letter.html).not.toMatch(/(?:href|src)="javascript:/);
    expect(letter.text).toContain('and more.');
    expect((await compose(letter)).message.length).toBeGreaterThan(1000);
  });

  it('is not sent, forced or not, when its data breaks the rules', async () => {
    await writeFile(join(root, 'issues/a.yaml'), smallIssue(1).replace('subject:', 'subjekt:'));
    for (const force of [false, true]) {
      const planned = await planSend(workspaceAt(root), {
        slug: 'a',
        to: [],
        environment: {},
        force,
      });
      expect(planned).toMatchObject({ plan: null, forceable: false });
      expect(planned.diagnostics.length).toBeGreaterThan(0);
    }
  });
});
