import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReadPart } from '../../../src/mail/read-message.ts';
import { readMessage } from '../../../src/mail/read-message.ts';
import { processorTime } from '../../support/processor-time.ts';

function read(text: string) {
  return readMessage(Buffer.from(text, 'latin1'));
}

function depthOf({ parts }: ReadPart): number {
  return 1 + Math.max(0, ...parts.map(depthOf));
}

function countOf({ parts }: ReadPart): number {
  return parts.reduce((sum, part) => sum + countOf(part), 1);
}

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
  ])('with %s is read in good time', async (_, message) => {
    const time = await processorTime(() => {
      expect(() => read(message)).not.toThrow();
    });
    expect(time).toBeLessThan(5000);
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
