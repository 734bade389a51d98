import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { composeMessage } from '../../../src/mail/compose-message.ts';
import type { MessageInput } from '../../../src/mail/message-input.ts';
import type { ReadPart } from '../../../src/mail/read-message.ts';
import { readMessage } from '../../../src/mail/read-message.ts';
import { makePng } from '../../support/make-image.ts';

const BASE: MessageInput = {
  from: { name: 'Zoë Ångström', address: 'zoe@example.com' },
  to: [{ address: 'charles@example.org' }],
  subject: 'Grüße, “quoted” words and 👩‍👩‍👧 that go on for so long that they have to be folded twice',
  date: new Date('2026-11-01T00:00:00Z'),
  messageId: 'one@example.com',
  headers: [
    { name: 'List-Unsubscribe', value: '<https://example.com/leave>, <mailto:a@example.com>' },
  ],
  text: 'Hello\n\n-- \nAda\n',
  html: '<!doctype html><p>Grüße</p>',
  images: [],
  boundarySeed: 'the content',
};

const IMAGES = [20, 30].map((size) => ({
  cid: `${size}@example.com`,
  filename: `picture-${size}.png`,
  type: 'image/png',
  bytes: makePng(size, size),
}));

async function compose(changes: Partial<MessageInput> = {}) {
  return readMessage(await composeMessage({ ...BASE, ...changes }));
}

function read(text: string) {
  return readMessage(Buffer.from(text, 'latin1'));
}

function headerOf(text: string, name: string): string | undefined {
  return read(text).headers.find((header) => header.name === name)?.value;
}

/** The types of a tree, nested as its parts are. */
function typesOf({ type, parts }: ReadPart): unknown {
  return parts.length === 0 ? type : [type, ...parts.map(typesOf)];
}

function depthOf({ parts }: ReadPart): number {
  return 1 + Math.max(0, ...parts.map(depthOf));
}

function countOf({ parts }: ReadPart): number {
  return parts.reduce((sum, part) => sum + countOf(part), 1);
}

describe('readMessage of our own messages', () => {
  test('gives the headers unfolded and decoded, in their order', async () => {
    const { headers } = await compose();
    const values = new Map(headers.map(({ name, value }) => [name, value]));
    expect(values.get('From')).toBe('Zoë Ångström <zoe@example.com>');
    expect(values.get('Subject')).toBe(BASE.subject);
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

describe('readMessage decodes in headers', () => {
  test.each([
    ['=?utf-8?q?Gr=C3=BC=C3=9Fe?=', 'Grüße'],
    ['=?UTF-8?B?R3LDvMOfZQ==?= again', 'Grüße again'],
    ['=?iso-8859-1?Q?Gr=FC=DFe_an_alle?=', 'Grüße an alle'],
    ['=?utf-8?q?one?=\r\n =?utf-8?q?_two?=', 'one two'],
    ['=?utf-8?q?a?= b =?utf-8?q?c?=', 'a b c'],
    ['=?utf-8?q?Gr=C3?= =?utf-8?q?=BC=C3=9Fe?=', 'Grüße'],
    ['=?iso-8859-1?q?=E4?= =?utf-8?q?=C3=A4?=', 'ää'],
    ['=?utf-8*de?q?Gr=C3=BC=C3=9Fe?=', 'Grüße'],
    ['=?klingon-1?q?nuqneH?=', '=?klingon-1?q?nuqneH?='],
    ['=?utf-8?x?what?=', '=?utf-8?x?what?='],
    ['=?utf-8?q?unclosed', '=?utf-8?q?unclosed'],
    ['=?utf-8?b?%%%?= rest', ' rest'],
    ['=?utf-8?q?=ff=zz?=', '\uFFFD=zz'],
    ['plain =? text ?=', 'plain =? text ?='],
  ])('%j as %j', (value, decoded) => {
    expect(headerOf(`Subject: ${value}\r\n\r\n`, 'Subject')).toBe(decoded);
  });

  test('bytes that are UTF-8 as that, others as Latin-1', () => {
    const utf8 = Buffer.from('Subject: Grüße\r\n\r\n', 'utf8').toString('latin1');
    expect(headerOf(utf8, 'Subject')).toBe('Grüße');
    expect(headerOf('Subject: Gr\xfc\xdfe\r\n\r\n', 'Subject')).toBe('Grüße');
  });
});

describe('readMessage reads the name of a part', () => {
  test.each([
    ['Content-Disposition: attachment; filename="a; b.pdf"', 'a; b.pdf'],
    ['Content-Disposition: attachment; filename="a \\"b\\".pdf"', 'a "b".pdf'],
    ["Content-Disposition: attachment; filename*=utf-8'en'Gr%C3%BC%C3%9Fe.pdf", 'Grüße.pdf'],
    [
      "Content-Disposition: attachment; filename*0*=utf-8''Gr%C3; filename*1*=%BC%C3%9Fe; filename*2=%.pdf",
      'Grüße%.pdf',
    ],
    ['Content-Disposition: attachment; filename*0="a%20"; filename*1="b.pdf"', 'a%20b.pdf'],
    ['Content-Type: image/png (a (nested) comment); name="=?utf-8?q?=C3=A4?=.png"', 'ä.png'],
    ['Content-Disposition: attachment; filename=a.pdf; filename=b.pdf', 'a.pdf'],
    ["Content-Disposition: attachment; filename*=klingon''a%FF.pdf", 'a%FF.pdf'],
    ['Content-Disposition: attachment; filename="open', 'open'],
    ['Content-Disposition: attachment; filename', null],
    ['Content-Disposition: inline', null],
  ])('%j', (header, filename) => {
    expect(read(`${header}\r\n\r\nx`).root.filename).toBe(filename);
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

describe('a hostile message', () => {
  test('is read no deeper than 32 parts', () => {
    const nested = Array.from(
      { length: 5000 },
      (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`,
    ).join('');
    expect(depthOf(read(nested).root)).toBe(33);
    const letters = 'Content-Type: message/rfc822\r\n\r\n'.repeat(5000);
    expect(depthOf(read(letters).root)).toBe(33);
  });

  test('is read no further than 1,000 parts', () => {
    const parts = '--x\r\n\r\n'.repeat(500_000);
    const { root } = read(`Content-Type: multipart/mixed; boundary=x\r\n\r\n${parts}`);
    expect(countOf(root)).toBe(1000);
  });

  test.each([
    ['a header without an end', `Subject: ${'x'.repeat(5_000_000)}`],
    ['a header of many lines', `Subject: x\r\n${' y\r\n'.repeat(1_000_000)}`],
    ['many headers', 'A: b\r\n'.repeat(300_000)],
    ['many encoded words', `Subject: ${'=?utf-8?q?=C3?= '.repeat(200_000)}`],
    ['many beginnings of encoded words', `Subject: ${'=?a?q?'.repeat(500_000)}`],
    ['many parameters', `Content-Type: a/b${';x=y'.repeat(500_000)}`],
    ['many brackets', `Content-Type: ${'('.repeat(2_000_000)}`],
    ['a boundary of one sign', `Content-Type: multipart/a; boundary=-\n\n${'-'.repeat(5_000_000)}`],
  ])('with %s is read in good time', (_, message) => {
    const start = performance.now();
    expect(() => read(message)).not.toThrow();
    expect(performance.now() - start).toBeLessThan(5000);
  });

  test('of any bytes is read without an error, and no part has bytes of its own', () => {
    const lines = fc.constantFrom(
      ...['--x\r\n', '--x--\r\n', '\r\n', '\n', '\0', ': \r\n', ' folded\r\n', '=?utf-8?b?'],
      'Content-Type: multipart/mixed; boundary=x\r\n',
      'Content-Type: message/rfc822\r\n',
      'Content-Disposition: a; filename*0*=utf-8\r\n',
    );
    const messages = fc.array(fc.oneof(lines, fc.string()), { maxLength: 40 });
    fc.assert(
      fc.property(messages, (pieces) => {
        const bytes = Buffer.from(pieces.join(''));
        const { root } = readMessage(bytes);
        const inside = (part: ReadPart): boolean =>
          part.parts.reduce((sum, { body }) => sum + body.length, 0) <= part.body.length &&
          part.parts.every(inside);
        expect(root.body.length).toBeLessThanOrEqual(bytes.length);
        expect(inside(root)).toBe(true);
      }),
    );
  });
});
