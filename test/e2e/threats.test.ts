import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { expectCalm, expectHarmless } from '../support/expect-harmless.ts';
import type { Finished } from '../support/galley.ts';
import { galley, smallConfig, smallIssue, writeFiles } from '../support/galley.ts';
import {
  hostilePictures,
  issueWith,
  markup,
  markupConfig,
  markupIssue,
  markupLine,
  refusedIssues,
} from '../support/hostile.ts';
import { makePng } from '../support/make-image.ts';
import { makeTempFolder, useTempFolder } from '../support/make-temp-folder.ts';

describe('a hostile issue', () => {
  const folder = useTempFolder();
  const secret = 'correct-horse-battery-staple';
  let checked: Finished;
  let built: Finished;
  let found: readonly Found[];

  beforeAll(async () => {
    const issues = refusedIssues.map(([name, content]) => [`issues/${name}`, content] as const);
    await writeFiles(folder(), {
      '.env': `SMTP_USER=author\nSMTP_PASS=${secret}\n`,
      'newsletter.config.yaml': smallConfig,
      'issues/sound.yaml': smallIssue(),
      ...hostilePictures,
      ...Object.fromEntries(issues),
    });
    const env = { SMTP_PASS: secret };
    [built, checked] = await Promise.all([
      galley(folder(), ['build'], env),
      galley(folder(), ['check', '--format', 'json'], env),
    ]);
    found = JSON.parse(checked.stdout) as Found[];
  });

  it.each(refusedIssues.map(([name, , code]) => [name, code] as const))(
    '%s is refused at its place: %s',
    (name, code) => {
      const here = found.filter(({ file }) => file === `issues/${name}`);
      expect(here.map((diagnostic) => diagnostic.code)).toContain(code);
      for (const { line, column } of here) {
        expect(line).toBeGreaterThanOrEqual(1);
        expect(column).toBeGreaterThanOrEqual(1);
      }
    },
  );

  it('stops no other and leaves nothing behind', async () => {
    expect(built.stdout.match(/ failed /g)).toHaveLength(refusedIssues.length);
    expect(built.stdout).toMatch(/^sound +written /m);
    expect((await readdir(join(folder(), 'out'))).sort()).toEqual(['.gitignore', 'sound']);
    expectCalm(built, folder());
  });

  it('brings no secret into any output, file or cache', async () => {
    const entries = await readdir(folder(), { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile() && entry.name !== '.env');
    const kept = files.filter(({ parentPath }) => /(?:out|\.galley)/.test(parentPath));
    expect(kept.length).toBeGreaterThan(4);
    const texts = files.map(({ parentPath, name }) => readFile(join(parentPath, name), 'latin1'));
    const written = [...(await Promise.all(texts)), checked.stdout, checked.stderr];
    expect([...written, built.stdout, built.stderr].join('')).not.toContain(secret);
  });
});

describe('an odd issue', () => {
  const folder = useTempFolder();
  const word = 'w'.repeat(2000);
  const flood = `a${'\u200b'.repeat(20_000)}b${'\u0301'.repeat(3000)}c`;

  beforeAll(async () => {
    const merged = smallIssue().replace(
      '  - kind: sign-off\n',
      `  - &base { kind: topic, heading: One, body: First. }
  - { <<: *base, heading: Two }
  - kind: sign-off
`,
    );
    await writeFiles(folder(), {
      'newsletter.config.yaml': smallConfig,
      'issues/merged.yaml': merged,
      'issues/windows.yaml': `\uFEFF${smallIssue(1, 'Café **au lait**.')}`.replaceAll('\n', '\r\n'),
      'issues/long.json': issueWith(
        { subject: word, title: word },
        `${word} https://e.example/${word}`,
      ),
      'issues/flood.json': issueWith({ subject: flood, preheader: flood }, flood),
      'issues/turned.json': issueWith({ subject: 'שלום, עולם' }, 'مرحبا **بالعالم** and 123.'),
    });
    const { code, stderr } = await galley(folder(), ['build']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  const read = (path: string) => readFile(join(folder(), 'out', path), 'utf8');

  it('may use merge keys', async () => {
    const text = await read('merged/email.txt');
    expect(text).toMatch(/One\n---[^]*First\.[^]*Two\n---[^]*First\./);
  });

  it('may come from Windows, with a byte order mark', async () => {
    expect(await read('windows/email.txt')).toContain('Café *au lait*.');
    for (const file of ['email.html', 'email.txt']) {
      expect(await read(`windows/${file}`)).not.toMatch(/\r|\uFEFF/);
    }
  });

  it('may hold words without an end, floods of nothing, and text from right to left', async () => {
    expect(await read('long/email.html')).toContain(word);
    expect(await read('flood/email.txt')).toContain('c');
    expect(await read('turned/email.html')).toContain('<strong>بالعالم</strong>');
    const subjects: string[] = [];
    for (const slug of ['flood', 'long', 'turned']) {
      const eml = await read(`${slug}/email.eml`);
      const lines = eml.split('\r\n');
      expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(998);
      expect(lines.join('')).not.toMatch(/[\r\n]/);
      subjects.push((await PostalMime.parse(eml)).subject ?? '');
    }
    expect(subjects).toEqual([flood, word, 'שלום, עולם']);
  });
});

describe('text that wants to be markup', () => {
  const folder = useTempFolder();
  const open = useBrowser();

  beforeAll(async () => {
    await writeFiles(folder(), {
      'newsletter.config.json': markupConfig(),
      'issues/markup/issue.json': markupIssue(),
      'issues/markup/images/picture.png': makePng(20, 10),
    });
    const { code, stderr } = await galley(folder(), ['build']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  const read = (file: string) => readFile(join(folder(), 'out/markup', file), 'utf8');

  it('is text in the HTML', async () => {
    await expectHarmless(open, await read('email.html'));
  });

  it('is text in the plain text', async () => {
    const words = (await read('email.txt')).replace(/\s+/g, ' ');
    for (const text of markup) expect(words).toContain(text);
  });

  it('is text in the message', async () => {
    const message = await PostalMime.parse(await read('email.eml'));
    const headers = message.headers.map(({ key }) => key);
    expect(new Set(headers).size).toBe(headers.length);
    expect(message.subject).toBe(markupLine);
    expect(message.to?.map(({ address }) => address)).toEqual(['letter@example.com']);
    expect(message.attachments.map(({ mimeType }) => mimeType)).toEqual(['image/png']);
    await expectHarmless(open, message.html ?? '');
    expect(message.text?.replace(/\s+/g, ' ')).toContain(markupLine);
  });
});

describe('a config', () => {
  it('gets no header, address or scheme of its own into a message: all are found at once', async () => {
    const root = await makeTempFolder();
    const injected = 'a\r\nBcc: b@example.com';
    const config = {
      name: 'Letter',
      language: 'en"><script>',
      url: `https://example.com/${'long'.repeat(300)}`,
      author: { name: 'A', url: 'data:text/html,x' },
      from: { name: injected, address: 'a@example.com, b@example.com' },
      replyTo: { name: 'A\u2028Bcc: b@example.com', address: 'group: a@example.com;' },
      testRecipients: ['ä@example.com', `a@example.com\nBcc: b@example.com`],
      unsubscribe: {
        url: `https://example.com/\r\nBcc: b@example.com`,
        mailto: 'a@example.com?bcc=b@example.com',
        tag: 'java&#115;cript:alert(1)',
      },
      listId: `a.example\r\nBcc: b@example.com`,
      viewInBrowser: 'javascript:alert(1)',
      imageBase: '//example.com/{slug}',
    };
    await writeFiles(root, {
      'newsletter.config.json': JSON.stringify(config, null, 2),
      'issues/a.yaml': smallIssue(),
    });
    const { stdout } = await galley(root, ['check', '--format', 'json']);
    const found = JSON.parse(stdout) as Found[];
    expect(found.map(({ path, code }) => `${path} ${code}`).sort()).toEqual([
      'author.url invalid-url',
      'from.address invalid-mail-address',
      'from.name line-break',
      'imageBase invalid-url',
      'language invalid-language-tag',
      'listId invalid-list-id',
      'replyTo.address invalid-mail-address',
      'replyTo.name line-break',
      'testRecipients[0] invalid-mail-address',
      'testRecipients[1] invalid-mail-address',
      'unsubscribe.mailto invalid-mail-address',
      'unsubscribe.tag invalid-merge-tag',
      'unsubscribe.url invalid-url',
      'url text-too-long',
      'viewInBrowser invalid-url',
    ]);
  });
});

interface Found {
  readonly code: string;
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly path: string;
}
