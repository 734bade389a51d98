import fc from 'fast-check';
import MailComposer from 'nodemailer/lib/mail-composer';
import type MimeNode from 'nodemailer/lib/mime-node';
import { describe, expect, test } from 'vitest';
import type { WritePart } from '../../../src/mail/write-message.ts';
import { writeFile, writeMessage } from '../../../src/mail/write-message.ts';

interface Content {
  readonly subject: string;
  readonly texts: readonly Buffer[];
  readonly files: readonly { readonly filename: string; readonly content: Buffer }[];
}

/** A tree can be written once: building its headers settles them. */
function createTree({ subject, texts: [text, html], files }: Content): MimeNode {
  const composer = new MailComposer({
    from: 'ada@example.com',
    to: ['charles@example.org'],
    subject,
    date: new Date('2026-11-01T00:00:00Z'),
    messageId: 'one@example.com',
    text: { raw: text },
    html: { raw: html },
    attachments: files.map((file, index) => ({
      ...file,
      cid: `${index}@example.com`,
      contentType: 'image/png',
    })),
    newline: 'windows',
    baseBoundary: 'always-the-same',
  });
  return composer.compile();
}

function leavesOf({ texts, files }: Content): readonly WritePart[] {
  return [
    ...texts.map(
      (text): WritePart =>
        () =>
          text,
    ),
    ...files.map(
      ({ content }): WritePart =>
        (node) =>
          writeFile(node, content),
    ),
  ];
}

const part = fc
  .array(fc.string({ unit: 'grapheme-ascii' }))
  .map((lines) => Buffer.from(`Content-Type: text/plain\r\n\r\n${lines.join('\r\n')}`));

const content: fc.Arbitrary<Content> = fc.record({
  subject: fc.string({ unit: 'grapheme', maxLength: 200 }),
  texts: fc.tuple(part, part),
  files: fc.array(
    fc.record({
      filename: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 100 }),
      content: fc
        .oneof(fc.uint8Array({ maxLength: 300 }), fc.constant(new Uint8Array(57)))
        .map((bytes) => Buffer.from(bytes)),
    }),
    { maxLength: 3 },
  ),
});

describe('writeMessage', () => {
  test('gives the very bytes that the tree builds by itself', async () => {
    await fc.assert(
      fc.asyncProperty(content, async (message) => {
        const written = writeMessage(createTree(message), leavesOf(message));
        const built = await createTree(message).build();
        expect(written.toString('latin1')).toBe(built.toString('latin1'));
      }),
      { numRuns: 300 },
    );
  });

  test('refuses a tree with more parts than it is given', () => {
    const texts = [Buffer.from('Content-Type: text/plain\r\n\r\n'), Buffer.from('a: b\r\n\r\n')];
    const message: Content = { subject: 'One', texts, files: [] };
    expect(() => writeMessage(createTree(message), [])).toThrow('more parts');
  });
});
