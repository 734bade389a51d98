import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../../src/files/hash.ts';
import { checkHeaderText } from '../../../src/mail/check-header-text.ts';
import { composeMessage } from '../../../src/mail/compose-message.ts';
import { encodedSize } from '../../../src/mail/encoded-size.ts';
import type { MessageInput } from '../../../src/mail/message-input.ts';
import { runInNode } from '../../support/run-in-node.ts';
import { BASE, bodyOf, compose, makeImage } from '../../support/compose-input.ts';

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
