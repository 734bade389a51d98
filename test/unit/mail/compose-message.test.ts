import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../../src/files/hash.ts';
import { listHeaders } from '../../../src/mail/message-headers.ts';
import { makePng } from '../../support/make-image.ts';
import {
  BASE,
  bodyOf,
  compose,
  headersOf,
  makeImage,
  structureOf,
} from '../../support/compose-input.ts';

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
