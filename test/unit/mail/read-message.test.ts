import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { composeMessage } from '../../../src/mail/compose-message.ts';
import type { MessageInput } from '../../../src/mail/message-input.ts';
import type { ReadPart } from '../../../src/mail/read-message.ts';
import { readMessage } from '../../../src/mail/read-message.ts';
import { BASE } from '../../support/compose-input.ts';
import { makePng } from '../../support/make-image.ts';

const LETTER: MessageInput = {
  ...BASE,
  from: { name: 'Zoë Ångström', address: 'zoe@example.com' },
  subject: 'Grüße, “quoted” words and 👩‍👩‍👧 that go on for so long that they have to be folded twice',
  headers: [
    { name: 'List-Unsubscribe', value: '<https://example.com/leave>, <mailto:a@example.com>' },
  ],
};

const IMAGES = [20, 30].map((size) => ({
  cid: `${size}@example.com`,
  filename: `picture-${size}.png`,
  type: 'image/png',
  bytes: makePng(size, size),
}));

async function compose(changes: Partial<MessageInput> = {}) {
  return readMessage(await composeMessage({ ...LETTER, ...changes }));
}

function read(text: string) {
  return readMessage(Buffer.from(text, 'latin1'));
}

/** The types of a tree, nested as its parts are. */
function typesOf({ type, parts }: ReadPart): unknown {
  return parts.length === 0 ? type : [type, ...parts.map(typesOf)];
}

describe('readMessage of our own messages', () => {
  test('gives the headers unfolded and decoded, in their order', async () => {
    const { headers } = await compose();
    const values = new Map(headers.map(({ name, value }) => [name, value]));
    expect(values.get('From')).toBe('Zoë Ångström <zoe@example.com>');
    expect(values.get('Subject')).toBe(LETTER.subject);
    expect(values.get('Message-ID')).toBe('<one@example.com>');
    expect(values.get('List-Unsubscribe')).toBe(
      '<https://example.com/leave>, <mailto:a@example.com>',
    );
    expect(headers.map(({ name }) => name).slice(0, 3)).toEqual(['From', 'To', 'Subject']);
  });

  test('gives text and HTML as an alternative, with their encodings and bytes', async () => {
    const { root } = await compose();
    expect(typesOf(root)).toEqual(['multipart/alternative', 'text/plain', 'text/html']);
    const [text, html] = root.parts;
    expect(text).toMatchObject({ charset: 'utf-8', encoding: 'quoted-printable' });
    expect(Buffer.from(text?.body ?? []).toString()).toBe('Hello\r\n\r\n--=20\r\nAda\r\n');
    expect(Buffer.from(html?.body ?? []).toString()).toBe('<!doctype html><p>Gr=C3=BC=C3=9Fe</p>');
  });

  test('gives pictures with their names and content ids', async () => {
    const { root } = await compose({ images: IMAGES });
    expect(typesOf(root)).toEqual([
      'multipart/alternative',
      'text/plain',
      ['multipart/related', 'text/html', 'image/png', 'image/png'],
    ]);
    const [, related] = root.parts;
    expect(related?.parts[2]).toMatchObject({
      encoding: 'base64',
      filename: 'picture-30.png',
      contentId: '30@example.com',
    });
    const body = Buffer.from(related?.parts[2]?.body ?? []).toString('latin1');
    expect(Buffer.from(body, 'base64')).toEqual(Buffer.from(IMAGES[1]?.bytes ?? []));
  });

  test('gives back any subject', async () => {
    const subjects = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 120 })
      .filter((text) => /^[^\p{C}\p{Zl}\p{Zp}]+$/u.test(text) && text.trim() === text);
    await fc.assert(
      fc.asyncProperty(subjects, async (subject) => {
        const { headers } = await compose({ subject });
        expect(headers.find(({ name }) => name === 'Subject')?.value).toBe(subject);
      }),
      { numRuns: 100 },
    );
  });
});

describe('readMessage takes', () => {
  test('a message of one part, also without any header on its type', () => {
    const { headers, root } = read('Subject: Hi\r\n\r\nBody\r\n');
    expect(headers).toEqual([{ name: 'Subject', value: 'Hi' }]);
    expect(root).toMatchObject({ type: 'text/plain', encoding: null, contentId: null, parts: [] });
    expect(Buffer.from(root.body).toString()).toBe('Body\r\n');
  });

  test('lines that end with LF alone, and the line that begins an mbox', () => {
    const { headers, root } = read(
      'From ada Mon Nov  2 00:00:00 2026\nSubject: a\n b\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\none\n--x\n\ntwo\n--x--\nafter',
    );
    expect(headers.map(({ value }) => value)).toEqual(['a b', 'multipart/mixed; boundary=x']);
    expect(root.parts.map(({ body }) => Buffer.from(body).toString())).toEqual(['one', 'two']);
  });

  test('a message in a message, and the messages of a digest', () => {
    const inner = 'Content-Type: text/html\r\n\r\n<p>';
    expect(typesOf(read(`Content-Type: message/rfc822\r\n\r\n${inner}`).root)).toEqual([
      'message/rfc822',
      'text/html',
    ]);
    const digest = `Content-Type: multipart/digest; boundary=x\r\n\r\n--x\r\n\r\n${inner}\r\n--x--`;
    expect(typesOf(read(digest).root)).toEqual([
      'multipart/digest',
      ['message/rfc822', 'text/html'],
    ]);
  });

  test('a boundary that begins like another one, and space after it', () => {
    const message = [
      'Content-Type: multipart/mixed; boundary="b"',
      '',
      'preamble --b no',
      '--b \t',
      'Content-Type: multipart/alternative; boundary="b-2"',
      '',
      '--b-2',
      '',
      'deep',
      '--b-2--',
      '--b',
      '',
      'last',
      '--b--',
      '',
    ].join('\r\n');
    const { root } = read(message);
    expect(typesOf(root)).toEqual([
      'multipart/mixed',
      ['multipart/alternative', 'text/plain'],
      'text/plain',
    ]);
    expect(Buffer.from(root.parts[1]?.body ?? []).toString()).toBe('last');
  });

  test('a message that was cut short, with what came of it', () => {
    const { root } = read('Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nhalf');
    expect(Buffer.from(root.parts[0]?.body ?? []).toString()).toBe('half');
    expect(read('Subject: cut').headers).toEqual([{ name: 'Subject', value: 'cut' }]);
    expect(read('').root.body).toHaveLength(0);
  });

  test.each([
    ['no boundary', 'Content-Type: multipart/mixed\r\n\r\n--x\r\n'],
    ['an empty boundary', 'Content-Type: multipart/mixed; boundary=""\r\n\r\n--\r\n\r\n--\r\n'],
    ['a boundary that never comes', 'Content-Type: multipart/mixed; boundary=x\r\n\r\nnothing'],
  ])('a multipart with %s as one without parts', (_, message) => {
    expect(read(message).root).toMatchObject({ type: 'multipart/mixed', parts: [] });
  });

  test.each(['Content-Type: ;;;=', 'Content-Type: text', 'Content-Type: a/b/c', 'Content-Type:'])(
    '%j as plain text',
    (header) => {
      expect(read(`${header}\r\n\r\nx`).root.type).toBe('text/plain');
    },
  );
});
