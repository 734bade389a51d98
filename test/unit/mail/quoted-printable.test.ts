import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeQuotedPrintable } from '../../../src/mail/quoted-printable.ts';

function encode(text: string): string {
  return Buffer.from(encodeQuotedPrintable(text)).toString('latin1');
}

/** By the book: soft breaks out, escapes to bytes. */
function decode(encoded: string): string {
  const bytes = encoded
    .replaceAll('=\r\n', '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

const anyText = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.string({ unit: 'grapheme' }) },
    fc.constantFrom(
      '\n',
      '\r\n',
      '\r',
      ' \n',
      '\t\n',
      'From ',
      '\nFrom ',
      '=',
      '🔥',
      '\0',
      '\u0085',
    ),
    fc.integer({ min: 60, max: 160 }).map((length) => 'x'.repeat(length)),
  ),
);

describe('encodeQuotedPrintable', () => {
  test('leaves short ASCII as it is, with CRLF', () => {
    expect(encode('one\ntwo\r\nthree\rfour')).toBe('one\r\ntwo\r\nthree\r\nfour');
  });

  test('escapes the equals sign, controls and all that is not ASCII', () => {
    expect(encode('a=b\0\f\u007fü🔥')).toBe('a=3Db=00=0C=7F=C3=BC=F0=9F=94=A5');
  });

  test('escapes blanks only at the end of a line', () => {
    expect(encode('-- \nx\t\r\n a b ')).toBe('--=20\r\nx=09\r\n a b=20');
  });

  test('escapes the F of a line that begins with "From "', () => {
    expect(encode('From me\nFrom you, From\nFromage\nfrom x')).toBe(
      '=46rom me\r\n=46rom you, From\r\nFromage\r\nfrom x',
    );
    const broken = encode(`${'x'.repeat(75)}From here`);
    expect(broken).toBe(`${'x'.repeat(75)}=\r\n=46rom here`);
  });

  test('breaks a word of 2,000 letters softly', () => {
    const lines = encode('w'.repeat(2000)).split('\r\n');
    expect(lines).toHaveLength(27);
    expect(lines.slice(0, -1).every((line) => line === `${'w'.repeat(75)}=`)).toBe(true);
  });

  test('turns half a pair into the replacement character', () => {
    expect(encode('a\ud83db')).toBe('a=EF=BF=BDb');
  });

  test('never parts the bytes of a character', () => {
    for (let shift = 0; shift < 80; shift++) {
      for (const line of encode('x'.repeat(shift) + '🔥ü€'.repeat(40)).split('=\r\n')) {
        expect(decode(line)).not.toContain('\ufffd');
      }
    }
  });

  test('gives back any text, in lines of at most 76', () => {
    fc.assert(
      fc.property(anyText, (pieces) => {
        const text = pieces.join('');
        const encoded = encode(text);
        expect(decode(encoded)).toBe(text.replace(/\r\n?|\n/g, '\r\n'));
        expect(encoded).toMatch(/^(?:[\t -~]|\r\n)*$/);
        for (const line of encoded.split('\r\n')) {
          expect(line.length).toBeLessThanOrEqual(76);
          expect(line).not.toMatch(/^From |[ \t]$/);
        }
      }),
      { numRuns: 500 },
    );
  });
});
