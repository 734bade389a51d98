import { describe, expect, it } from 'vitest';
import { decodeBody, decodeText } from '../../../src/mail/decode-body.ts';
import { encodeQuotedPrintable } from '../../../src/mail/quoted-printable.ts';

function decode(encoding: string | null, text: string): string {
  return Buffer.from(decodeBody({ encoding, body: Buffer.from(text, 'latin1') })).toString(
    'latin1',
  );
}

describe('the content of a part', () => {
  it.each([
    ['quoted-printable', 'a=3Db=\r\nc=  \r\nd=\ne', 'a=bcde'],
    ['quoted-printable', 'a=XYb= c=3', 'a=XYb= c=3'],
    ['quoted-printable', 'end=', 'end'],
    ['base64', 'aGV\r\nsbG8=', 'hello'],
    ['base64', '!!!', ''],
    ['7bit', 'a=3D', 'a=3D'],
    ['x-unknown', 'a=3D', 'a=3D'],
    [null, 'a=3D', 'a=3D'],
  ])('in %s: %j', (encoding, text, decoded) => {
    expect(decode(encoding, text)).toBe(decoded);
  });

  it('comes back as it was encoded', () => {
    const text = 'Grüße = 1\r\nFrom me, 🔥'.repeat(20);
    const body = encodeQuotedPrintable(text);
    expect(decodeText({ encoding: 'quoted-printable', charset: 'utf-8', body })).toBe(text);
  });

  it('is in its charset, else in one that fits', () => {
    const body = Buffer.from('gr\xfcn', 'latin1');
    for (const charset of ['iso-8859-1', 'utf-7', null]) {
      expect(decodeText({ encoding: null, charset, body })).toBe('grün');
    }
    expect(decodeText({ encoding: null, charset: null, body: Buffer.from('grün') })).toBe('grün');
  });

  it('is read no further than asked', () => {
    expect(decodeBody({ encoding: null, body: Buffer.alloc(100) }, 10).length).toBe(10);
  });
});
