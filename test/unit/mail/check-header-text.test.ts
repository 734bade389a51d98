import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkHeaderText } from '../../../src/mail/check-header-text.ts';

describe('checkHeaderText', () => {
  test('takes text of any script, emoji and marks of direction', () => {
    const texts = [
      '',
      'Grüße',
      '写真',
      'שלום\u200f',
      '👩‍👩‍👧‍👦 🇩🇪',
      'a\u00a0b',
      '=?UTF-8?Q?x?=',
      'a\u0300',
    ];
    for (const text of texts) expect(checkHeaderText(text)).toEqual({ ok: true });
  });

  test.each([
    ['line-break', 'Hello\r\nBcc: x@example.com', 5],
    ['line-break', 'Hello\nthere', 5],
    ['line-break', '\u0085', 0],
    ['line-break', 'a\u2028b', 1],
    ['line-break', 'a\u2029b', 1],
    ['control-character', 'a\0b', 1],
    ['control-character', 'a\tb', 1],
    ['control-character', 'ab\u001b[31m', 2],
    ['control-character', 'a\u007f', 1],
    ['control-character', 'a\u009b', 1],
    ['bidi-control', 'invoice\u202egnp.exe', 7],
    ['bidi-control', '🔥\u2066x', 2],
    ['lone-surrogate', 'a\ud83d', 1],
    ['lone-surrogate', '🔥\udd25', 2],
  ] as const)('refuses a %s in %j at its offset', (reason, text, offset) => {
    expect(checkHeaderText(text)).toMatchObject({ ok: false, reason, offset });
  });

  test('names the character that it found', () => {
    expect(checkHeaderText('a\nb')).toMatchObject({ message: 'holds a line break (U+000A)' });
    expect(checkHeaderText('a\u202eb')).toMatchObject({
      message: 'holds an invisible character that turns the reading direction (U+202E)',
    });
  });

  test('lets nothing through that ends a line anywhere', () => {
    const piece = fc.constantFrom(
      'a',
      'ü',
      '🔥',
      ' ',
      '\r',
      '\n',
      '\u0085',
      '\u2028',
      '\u2029',
      '\v',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        const safe = !/[\r\n\u0085\u2028\u2029\v]/.test(text);
        expect(checkHeaderText(text).ok).toBe(safe);
      }),
    );
  });
});
