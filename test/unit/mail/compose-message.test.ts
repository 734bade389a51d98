import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../../src/files/hash.ts';
import { checkHeaderText } from '../../../src/mail/check-header-text.ts';
import { composeMessage } from '../../../src/mail/compose-message.ts';
import { encodedSize } from '../../../src/mail/encoded-size.ts';
import { listHeaders } from '../../../src/mail/message-headers.ts';
import type { InlineImage, MessageInput } from '../../../src/mail/message-input.ts';
import { makePng } from '../../support/make-image.ts';
import { runInNode } from '../../support/run-in-node.ts';

const BASE: MessageInput = {
  from: { name: 'Ada Lovelace', address: 'ada@example.com' },
  to: [{ address: 'charles@example.org' }],
  subject: 'The first issue',
  date: new Date('2026-11-01T00:00:00Z'),
  messageId: 'one@example.com',
  headers: [],
  text: 'Hello\n\n-- \nAda\n',
  html: '<!doctype html><p>Grüße</p>',
  images: [],
  boundarySeed: 'the content',
};

function makeImage(index: number, filename = `picture-${index}.png`): InlineImage {
  const cid = `${sha256(String(index)).slice(0, 16)}@example.com`;
  return { cid, filename, type: 'image/png', bytes: makePng(20 + index, 20) };
}

/** Composes, and checks what holds for every message. */
async function compose(changes: Partial<MessageInput> = {}): Promise<string> {
  const input = { ...BASE, ...changes };
  const bytes = await composeMessage(input);
  const message = Buffer.from(bytes).toString('latin1');
  expect(message).toMatch(/^(?:[\t -~]|\r\n)*$/);
  expect(message).not.toMatch(/^(?:bcc|x-mailer):/im);
  for (const line of message.split('\r\n')) expect(line.length).toBeLessThanOrEqual(998);
  for (const line of bodyLines(message)) {
    expect(line.length).toBeLessThanOrEqual(76);
    expect(line).not.toMatch(/^From /);
  }
  return message;
}

/** The lines that are neither headers nor boundaries. */
function bodyLines(message: string): string[] {
  const [, ...parts] = message.split(/\r\n--=_galley[^\r]*\r\n/);
  return parts.flatMap((part) => part.slice(part.indexOf('\r\n\r\n') + 4).split('\r\n'));
}

function headersOf(message: string): string[] {
  return message
    .slice(0, message.indexOf('\r\n\r\n'))
    .replace(/\r\n(?=[ \t])/g, '')
    .split('\r\n');
}

/** The types of the parts, nested as they are. */
function structureOf(message: string): string {
  const types = message.matchAll(/^(?:Content-Type: ([a-z]+\/[a-z]+)|--(=_galley[^\r]*)--\r)/gm);
  return [...types].map(([, type]) => type ?? 'end').join(' ');
}

/** A part's text as it was, but for the kind of line breaks. The parser adds a last one. */
function bodyOf(text: string | undefined): string {
  const lines = (text ?? '\n').replace(/\r\n?/g, '\n');
  expect(lines).toMatch(/\n$/);
  return lines.slice(0, -1);
}

describe('composeMessage builds', () => {
  test('an alternative of text and HTML when there are no images', async () => {
    const message = await compose();
    expect(structureOf(message)).toBe('multipart/alternative text/plain text/html end');
    const parsed = await PostalMime.parse(message);
    expect(bodyOf(parsed.text)).toBe(BASE.text);
    expect(bodyOf(parsed.html)).toBe(BASE.html);
    expect(parsed.attachments).toEqual([]);
  });

  test.each([1, 3])('a related part of the HTML and %i images', async (count) => {
    const images = Array.from({ length: count }, (_, index) => makeImage(index));
    const html = images.map(({ cid }) => `<img src="cid:${cid}">`).join('');
    const message = await compose({ images, html });
    expect(structureOf(message)).toBe(
      `multipart/alternative text/plain multipart/related text/html ${'image/png '.repeat(count)}end end`,
    );
    expect(headersOf(message).join()).not.toContain('image');
    const parsed = await PostalMime.parse(message);
    expect(parsed.attachments).toHaveLength(count);
    for (const [index, image] of images.entries()) {
      expect(parsed.attachments[index]).toMatchObject({
        filename: image.filename,
        mimeType: 'image/png',
        disposition: 'inline',
        related: true,
        contentId: `<${image.cid}>`,
      });
      const content = parsed.attachments[index]?.content;
      if (!(content instanceof ArrayBuffer)) throw new Error('expected bytes');
      expect(Buffer.from(content).equals(image.bytes)).toBe(true);
    }
  });

  test('both parts also when one is empty', async () => {
    const message = await compose({ text: '', html: '' });
    expect(structureOf(message)).toBe('multipart/alternative text/plain text/html end');
  });

  test('images whose names are not ASCII', async () => {
    for (const name of ['größe.png', '写真 "1".png', `${'lang'.repeat(40)}.png`, "it's; 50%.png"]) {
      const parsed = await PostalMime.parse(await compose({ images: [makeImage(0, name)] }));
      expect(parsed.attachments[0]?.filename).toBe(name);
    }
  });

  test('an image from a part of a larger buffer', async () => {
    const large = Buffer.concat([Buffer.alloc(50, 1), makePng(30, 30), Buffer.alloc(50, 1)]);
    const bytes = large.subarray(50, large.length - 50);
    const parsed = await PostalMime.parse(await compose({ images: [{ ...makeImage(0), bytes }] }));
    const content = parsed.attachments[0]?.content;
    if (!(content instanceof ArrayBuffer)) throw new Error('expected bytes');
    expect(Buffer.from(content).equals(bytes)).toBe(true);
  });
});

describe('composeMessage writes headers', () => {
  test('in order, each once, with the date in UTC', async () => {
    const headers = listHeaders({
      listId: 'letter.example.com',
      unsubscribeUrl: 'https://example.com/leave',
    });
    const message = await compose({
      replyTo: { name: 'Ada', address: 'reply@example.com' },
      headers: [...headers, { name: 'X-Galley-Issue', value: '2026-11' }],
    });
    expect(headersOf(message)).toEqual([
      'From: Ada Lovelace <ada@example.com>',
      'To: charles@example.org',
      'Reply-To: Ada <reply@example.com>',
      'Subject: The first issue',
      'Message-ID: <one@example.com>',
      'Date: Sun, 01 Nov 2026 00:00:00 +0000',
      'List-ID: <letter.example.com>',
      'List-Unsubscribe: <https://example.com/leave>',
      'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
      'X-Galley-Issue: 2026-11',
      'MIME-Version: 1.0',
      `Content-Type: multipart/alternative; boundary="=_galley-${sha256('the content').slice(0, 24)}-Part_1"`,
    ]);
  });

  test('with a Message-ID given with or without its brackets', async () => {
    for (const messageId of ['x.y@example.com', '<x.y@example.com>']) {
      expect(headersOf(await compose({ messageId }))).toContain('Message-ID: <x.y@example.com>');
    }
  });

  test('with several recipients and international domains', async () => {
    const message = await compose({
      from: { address: 'ada@münchen.example' },
      to: [
        { address: 'a@example.com', name: '' },
        { address: 'b@例え.example', name: 'B, the "second"' },
      ],
    });
    expect(headersOf(message).slice(0, 2)).toEqual([
      'From: ada@xn--mnchen-3ya.example',
      'To: a@example.com, "B, the \\"second\\"" <b@xn--r8jz45g.example>',
    ]);
  });

  test('with long URLs folded only between them', async () => {
    const unsubscribeUrl = `https://example.com/leave?token=${'0123456789abcdef'.repeat(12)}`;
    const headers = listHeaders({ unsubscribeUrl, unsubscribeMailto: 'leave@example.com' });
    const message = await compose({ headers });
    const value = `<${unsubscribeUrl}>, <mailto:leave@example.com>`;
    expect(headersOf(message)).toContain(`List-Unsubscribe: ${value}`);
    expect(message).toContain(`<${unsubscribeUrl}>`);
  });

  test('folded at 78, as encoded words where they are not ASCII', async () => {
    const subject = '🔥 Größe: what I was reading in November, 写真と and a great deal more 👩‍👩‍👧‍👦';
    const name = 'Ada “the Letter” Lovelace, Countess of a rather long name and of another 🔥';
    const message = await compose({ subject, from: { name, address: 'ada@example.com' } });
    const block = message.slice(0, message.indexOf('\r\n\r\n'));
    for (const line of block.split('\r\n')) {
      expect(line.length).toBeLessThanOrEqual(78);
      expect(line).toMatch(/^[ -~]+$/);
    }
    const parsed = await PostalMime.parse(message);
    expect(parsed.subject).toBe(subject);
    expect(parsed.from).toEqual({ name, address: 'ada@example.com' });
  });

  test('with subjects that other composers would change', async () => {
    const subjects = [
      'a '.repeat(120).trim(),
      'x'.repeat(400),
      'two  spaces and   three',
      'a literal =?UTF-8?Q?=41?= in it',
      '=?UTF-8?B?QQ==?=',
      '"quoted" and \\ slashed',
      '[TEST] =?x?=',
      '🔥'.repeat(60),
    ];
    for (const subject of subjects) {
      const parsed = await PostalMime.parse(await compose({ subject }));
      expect(parsed.subject).toBe(subject);
    }
  });
});

describe('composeMessage encodes bodies', () => {
  test('as 7bit where the lines are short ASCII, else as quoted-printable', async () => {
    const message = await compose({ text: 'Hello\nthere', html: '<p>Grüße</p>' });
    expect(message.match(/^Content-Transfer-Encoding: .*$/gm)).toEqual([
      'Content-Transfer-Encoding: 7bit',
      'Content-Transfer-Encoding: quoted-printable',
    ]);
  });

  test('never as base64, also for a text without Latin letters', async () => {
    const message = await compose({ text: '写真と🔥'.repeat(50), html: '写真と🔥'.repeat(50) });
    expect(message).not.toContain('base64');
  });

  test('with a line that begins with "From " as =46rom', async () => {
    const message = await compose({ text: 'From the archive\nFrom here\n', html: 'x' });
    expect(message).toContain('\r\n=46rom the archive\r\n=46rom here\r\n');
    expect(bodyOf((await PostalMime.parse(message)).text)).toBe('From the archive\nFrom here\n');
  });

  test('with words of 2,000 letters and astral characters at every column', async () => {
    const html = `${'w'.repeat(2000)} ${'🔥x'.repeat(500)}`;
    const message = await compose({ html });
    expect(bodyOf((await PostalMime.parse(message)).html)).toBe(html);
  });

  test('so that a text that holds a boundary ends no part', async () => {
    const boundary = `--=_galley-${sha256('the content').slice(0, 24)}-Part_1`;
    for (const text of [`é\n${boundary}\nx`, `é\n${boundary}--\nx`]) {
      expect(bodyOf((await PostalMime.parse(await compose({ text }))).text)).toBe(text);
    }
  });

  test('in exactly the size that encodedSize tells', async () => {
    for (const html of [
      '',
      'short',
      'ü'.repeat(500),
      '<p style="a:b">'.repeat(300),
      'From x\n \n',
    ]) {
      const message = await compose({ html });
      const part = message.slice(message.indexOf('Content-Type: text/html'));
      const body = part.slice(part.indexOf('\r\n\r\n') + 4, part.indexOf('\r\n--=_galley'));
      expect(encodedSize(html)).toBe(body.length);
    }
  });
});

describe('composeMessage is deterministic', () => {
  const input: MessageInput = {
    ...BASE,
    subject: '🔥 Grüße',
    text: 'Grüße 🔥\n'.repeat(200),
    html: '<p>Grüße 🔥</p>'.repeat(200),
    images: [makeImage(1), makeImage(2)],
  };

  test('within a process', async () => {
    const [first, second] = [await composeMessage(input), await composeMessage(input)];
    expect(Buffer.from(first).equals(second)).toBe(true);
  });

  test('across processes, time zones and languages', async () => {
    const images = input.images.map((image) => ({ ...image, bytes: [...image.bytes] }));
    const code = `
      process.env.TZ = 'Asia/Kathmandu';
      process.env.LC_ALL = 'de_DE.UTF-8';
      import { composeMessage } from './src/mail/compose-message.ts';
      import { sha256 } from './src/files/hash.ts';
      const input = ${JSON.stringify({ ...input, images })};
      input.date = new Date(input.date);
      for (const image of input.images) image.bytes = new Uint8Array(image.bytes);
      console.log(sha256(await composeMessage(input)));`;
    const expected = sha256(await composeMessage(input));
    expect(await runInNode(code, process.cwd())).toBe(`${expected}\n`);
  });

  test('with boundaries of the seed, which may be anything', async () => {
    const boundaries = await Promise.all(
      ['a', 'b', '"\r\n--', 's'.repeat(500)].map(async (boundarySeed) => {
        const message = await compose({ boundarySeed });
        const boundary = /boundary="([^"]*)"/.exec(message)?.[1] ?? '';
        expect(boundary.length).toBeLessThanOrEqual(70);
        expect(bodyOf((await PostalMime.parse(message)).text)).toBe(BASE.text);
        return boundary;
      }),
    );
    expect(new Set(boundaries).size).toBe(4);
  });

  test('and leaves its input as it was', async () => {
    const before = JSON.stringify(input);
    await composeMessage(input);
    expect(JSON.stringify(input)).toBe(before);
  });
});

describe('composeMessage refuses', () => {
  const address = 'ada@example.com';
  const image = makeImage(0);
  const header = (name: string, value: string) => ({ headers: [{ name, value }] });
  test.each<[string, Partial<MessageInput>]>([
    ['a line break in the subject', { subject: 'Hello\r\nBcc: x@example.com' }],
    ['a Unicode line break in the subject', { subject: 'Hello\u2028there' }],
    ['half a pair in the subject', { subject: 'Hello \ud83d' }],
    ['a line break in a name', { from: { name: 'Ada\nBcc: x@example.com', address } }],
    ['an override in a name', { to: [{ name: 'Ada \u202e', address }] }],
    ['a line break in an address', { to: [{ address: `${address}\r\nBcc: x@example.com` }] }],
    ['two addresses in one', { from: { address: 'a@example.com, b@example.com' } }],
    ['a group', { replyTo: { address: 'Team: a@example.com;' } }],
    ['an address without ASCII', { to: [{ address: 'jürgen@example.com' }] }],
    ['nobody to write to', { to: [] }],
    ['a date that is none', { date: new Date('none') }],
    ['a line break in the Message-ID', { messageId: 'a@b\r\nBcc: x@example.com' }],
    ['a Message-ID that is none', { messageId: 'one' }],
    ['a line break in a header', header('X-Galley-Issue', 'a\r\nBcc: x@example.com')],
    ['a header without a value', header('X-Galley-Issue', ' ')],
    ['a name of a header that is none', header('X-A: b\r\nBcc', 'x@example.com')],
    ['a Bcc', header('bcc', 'x@example.com')],
    ['a header that the composer writes', header('Content-Type', 'text/html')],
    ['a list header that is not ASCII', header('List-ID', 'Größe <a.example.com>')],
    ['a list header that looks encoded', header('List-Archive', '<https://a.example/?=?x?Q?y?=>')],
    ['a header that is too long', header('X-Long', 'x'.repeat(1200))],
    ['a cid that climbs', { images: [{ ...image, cid: '../../etc@example.com' }] }],
    ['a cid with a line break', { images: [{ ...image, cid: 'a\r\n@example.com' }] }],
    ['a type that is no image', { images: [{ ...image, type: 'text/html' }] }],
    ['a type with parameters', { images: [{ ...image, type: 'image/png; x="\r\n"' }] }],
    ['a file name that is a path', { images: [{ ...image, filename: '../a.png' }] }],
    ['a file name with a line break', { images: [{ ...image, filename: 'a\r\n.png' }] }],
  ])('%s', async (_, changes) => {
    await expect(composeMessage({ ...BASE, ...changes })).rejects.toMatchObject({
      code: 'unsafe-header',
    });
  });
});

describe('composeMessage gives back', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 200 });
  const lines = fc
    .array(fc.oneof(text, fc.constantFrom('From ', '', ' ', '.', '-- ', '--', '\t', '=3D')))
    .map((parts) => parts.join('\n'));

  test('any text and HTML', async () => {
    await fc.assert(
      fc.asyncProperty(lines, lines, async (plain, html) => {
        const parsed = await PostalMime.parse(await compose({ text: plain, html }));
        expect(bodyOf(parsed.text)).toBe(plain.replace(/\r\n?/g, '\n'));
        expect(bodyOf(parsed.html)).toBe(html.replace(/\r\n?/g, '\n'));
      }),
      { numRuns: 150 },
    );
  });

  const piece = fc.oneof(
    text,
    fc.constantFrom('=?', '?=', ' ', '  ', '_', '"', '\\', ',', '<', '(', '🔥', 'é', '=41'),
  );
  const headerText = fc
    .array(piece, { minLength: 1 })
    .map((parts) => parts.join('').trim())
    .filter((joined) => joined !== '' && checkHeaderText(joined).ok);

  test('any subject', async () => {
    await fc.assert(
      fc.asyncProperty(headerText, async (subject) => {
        const parsed = await PostalMime.parse(await compose({ subject }));
        expect(parsed.subject).toBe(subject);
      }),
      { numRuns: 300 },
    );
  });

  test('any name, its runs of spaces as one', async () => {
    await fc.assert(
      fc.asyncProperty(headerText, async (name) => {
        fc.pre(!name.includes('=?'));
        const parsed = await PostalMime.parse(
          await compose({ from: { name, address: 'ada@example.com' } }),
        );
        const oneSpace = (value: string | undefined) => value?.replace(/ +/g, ' ');
        expect(parsed.from?.address).toBe('ada@example.com');
        expect(oneSpace(parsed.from?.name)).toBe(oneSpace(name));
      }),
      { numRuns: 300 },
    );
  });
});
