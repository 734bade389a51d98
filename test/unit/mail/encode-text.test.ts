import { expect, test } from 'vitest';
import { encodeText } from '../../../src/mail/encode-text.ts';

function encode(text: string) {
  const { encoding, bytes } = encodeText(text);
  return { encoding, body: Buffer.from(bytes).toString('latin1') };
}

test('short lines of ASCII stay as they are, with CRLF', () => {
  expect(encode('Hello\nthere = you\r\n\rbye')).toEqual({
    encoding: '7bit',
    body: 'Hello\r\nthere = you\r\n\r\nbye',
  });
  expect(encode('x'.repeat(76)).encoding).toBe('7bit');
  expect(encode('')).toEqual({ encoding: '7bit', body: '' });
});

test('all else is quoted-printable', () => {
  const texts = [
    'ü',
    'x'.repeat(77),
    'a\nFrom b',
    'From b',
    '-- \nAda',
    'a\t',
    'a\0',
    'a\u007f',
    'a\f',
  ];
  for (const text of texts) expect(encode(text).encoding).toBe('quoted-printable');
});
