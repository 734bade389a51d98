import { describe, expect, test } from 'vitest';
import { listHeaders } from '../../../src/mail/message-headers.ts';

describe('listHeaders', () => {
  test('gives nothing for a publication that sets nothing', () => {
    expect(listHeaders({})).toEqual([]);
  });

  test('gives all of them, the URL before the address', () => {
    const headers = listHeaders({
      listId: 'letter.example.com',
      archiveUrl: 'https://example.com/archive',
      unsubscribeUrl: 'https://example.com/leave?id=7',
      unsubscribeMailto: 'leave@example.com?subject=unsubscribe',
    });
    expect(headers).toEqual([
      { name: 'List-ID', value: '<letter.example.com>' },
      { name: 'List-Archive', value: '<https://example.com/archive>' },
      {
        name: 'List-Unsubscribe',
        value: '<https://example.com/leave?id=7>, <mailto:leave@example.com?subject=unsubscribe>',
      },
      { name: 'List-Unsubscribe-Post', value: 'List-Unsubscribe=One-Click' },
    ]);
  });

  test('promises one click only for https', () => {
    for (const input of [
      { unsubscribeUrl: 'http://example.com/leave' },
      { unsubscribeMailto: 'mailto:leave@example.com' },
    ]) {
      expect(listHeaders(input).map(({ name }) => name)).toEqual(['List-Unsubscribe']);
    }
  });

  test('takes a list id with its brackets and an address with its scheme', () => {
    expect(
      listHeaders({ listId: '<a.example.com>', unsubscribeMailto: 'MAILTO:a@example.com' }),
    ).toEqual([
      { name: 'List-ID', value: '<a.example.com>' },
      { name: 'List-Unsubscribe', value: '<mailto:a@example.com>' },
    ]);
  });

  test('writes URLs in ASCII that nothing can end or decode', () => {
    const url = 'https://münchen.example/ü b"<x>?next==?utf-8?q?x?=';
    expect(listHeaders({ archiveUrl: url })).toEqual([
      {
        name: 'List-Archive',
        value: '<https://xn--mnchen-3ya.example/%C3%BC%20b%22%3Cx%3E?next==%3Futf-8?q?x?=>',
      },
    ]);
    const [header] = listHeaders({
      unsubscribeMailto: 'a@example.com?subject=no "more" <x> bitte ü',
    });
    expect(header?.value).toBe(
      '<mailto:a@example.com?subject=no%20%22more%22%20%3Cx%3E%20bitte%20%C3%BC>',
    );
  });

  test.each([
    { listId: 'The Letter <letter.example.com>' },
    { listId: 'letter' },
    { listId: 'letter.example.com\r\nBcc: x@example.com' },
    { archiveUrl: 'www.example.com' },
    { archiveUrl: 'javascript:alert(1)' },
    { archiveUrl: 'https://example.com/\r\nBcc: x@example.com' },
    { unsubscribeUrl: 'mailto:leave@example.com' },
    { unsubscribeUrl: 'https://example.com/\u0085' },
    { unsubscribeMailto: 'leave' },
    { unsubscribeMailto: 'a@example.com,b@example.com' },
    { unsubscribeMailto: 'a@example.com\n' },
    { unsubscribeMailto: 'a@example.com?subject=x\r\nBcc: x@example.com' },
    { unsubscribeMailto: 'https://example.com/a@b' },
  ])('refuses %j', (input) => {
    expect(() => listHeaders(input)).toThrow(expect.objectContaining({ code: 'unsafe-header' }));
  });
});
