import fc from 'fast-check';
import { addressParser } from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { checkAddress } from '../../../src/mail/check-address.ts';

describe('checkAddress', () => {
  test.each([
    ['ada@example.com', 'ada@example.com'],
    [
      "a.b+tag_x-!#$%&'*/=?^`{|}~@mail.example.co.uk",
      "a.b+tag_x-!#$%&'*/=?^`{|}~@mail.example.co.uk",
    ],
    ['ada@münchen.example', 'ada@xn--mnchen-3ya.example'],
    ['ada@例え.テスト', 'ada@xn--r8jz45g.xn--zckzah'],
    ['ada@xn--mnchen-3ya.example', 'ada@xn--mnchen-3ya.example'],
    ['Ada@EXAMPLE.com', 'Ada@example.com'],
    [`${'l'.repeat(64)}@example.com`, `${'l'.repeat(64)}@example.com`],
  ])('takes %s', (text, address) => {
    expect(checkAddress(text)).toEqual({ ok: true, address });
  });

  test.each([
    ['empty', ''],
    ['no-at', 'ada'],
    ['several', 'a@b@example.com'],
    ['several', 'a@example.com,b@example.com'],
    ['several', 'a@example.com;b@example.com'],
    ['several', 'a@example.com, b@example.com'],
    ['group', 'Team: a@example.com, b@example.com;'],
    ['group', 'Outer: Inner: a@example.com;;'],
    ['group', 'mailto:a@example.com'],
    ['angle-brackets', 'Ada <ada@example.com>'],
    ['angle-brackets', '<ada@example.com>'],
    ['quoted', '"a b"@example.com'],
    ['quoted', 'a\\b@example.com'],
    ['space', ' ada@example.com'],
    ['space', 'ada@example.com '],
    ['space', 'ada lovelace@example.com'],
    ['control-character', 'ada@example.com\r\nBcc: b@example.com'],
    ['control-character', 'ada\0@example.com'],
    ['control-character', 'ada\u2028@example.com'],
    ['control-character', 'ada\u202e@example.com'],
    ['control-character', 'ada\u200b@example.com'],
    ['control-character', 'ada\ud83d@example.com'],
    ['local-non-ascii', 'jürgen@example.com'],
    ['local-non-ascii', '😀@example.com'],
    ['local-invalid', '@example.com'],
    ['local-invalid', '.ada@example.com'],
    ['local-invalid', 'ada.@example.com'],
    ['local-invalid', 'a..b@example.com'],
    ['local-invalid', 'a(comment)@example.com'],
    ['local-invalid', `${'l'.repeat(65)}@example.com`],
    ['domain-without-dot', 'ada@localhost'],
    ['domain-invalid', 'ada@'],
    ['domain-invalid', 'ada@.example.com'],
    ['domain-invalid', 'ada@example..com'],
    ['domain-invalid', 'ada@example.com.'],
    ['domain-invalid', 'ada@-example.com'],
    ['domain-invalid', 'ada@example_.com'],
    ['domain-invalid', 'ada@[127.0.0.1]'],
    ['domain-invalid', 'ada@127.0.0.1'],
    ['domain-invalid', 'ada@1.2'],
    ['domain-invalid', 'ada@0x7f.1'],
    ['domain-invalid', 'ada@ex%61mple.com'],
    ['domain-invalid', 'ada@example.com/path'],
    ['domain-invalid', `ada@${'d'.repeat(64)}.com`],
    ['domain-invalid', `ada@${'d.'.repeat(130)}com`],
    ['too-long', `${'l'.repeat(64)}@${'d'.repeat(60)}.${'d'.repeat(60)}.${'d'.repeat(60)}.example`],
  ] as const)('answers %s for %j', (reason, text) => {
    expect(checkAddress(text)).toMatchObject({ ok: false, reason });
  });

  test('says why in words', () => {
    expect(checkAddress('jürgen@example.com')).toMatchObject({
      message:
        'is not a mail address: the part before the @ has letters outside ASCII, which many mail servers refuse',
    });
  });

  test('takes only what another parser reads as that one address', () => {
    const piece = fc.constantFrom(
      ...[
        'a',
        'b.c',
        '@',
        '.',
        ',',
        ';',
        ':',
        '<',
        '>',
        '"',
        '\\',
        '(',
        ')',
        ' ',
        '\r\n',
        '[',
        'ü',
        '-',
      ],
      ...['example.com', '@example.com'],
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), (pieces) => {
        const text = pieces.join('');
        const check = checkAddress(text);
        if (!check.ok) return;
        expect(addressParser(check.address)).toEqual([{ name: '', address: check.address }]);
      }),
      { numRuns: 2000 },
    );
  });
});
