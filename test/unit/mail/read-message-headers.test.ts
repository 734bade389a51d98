import { describe, expect, test } from 'vitest';
import { readMessage } from '../../../src/mail/read-message.ts';

function read(text: string) {
  return readMessage(Buffer.from(text, 'latin1'));
}

function headerOf(text: string, name: string): string | undefined {
  return read(text).headers.find((header) => header.name === name)?.value;
}

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
