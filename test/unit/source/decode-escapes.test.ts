import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeEscapes } from '../../../src/source/decode-escapes.ts';

/** What the engine makes of the text between quotes; null when it refuses it. */
function evaluate(raw: string, quote: string): string | null {
  try {
    return String(runInNewContext(quote + raw + quote));
  } catch {
    return null;
  }
}

const escape = fc.constantFrom(
  ...['\\n', '\\r', '\\t', '\\b', '\\f', '\\v', '\\0', '\\\\', "\\'", '\\"', '\\`', '\\a', '\\/'],
  ...['\\x41', '\\u00e9', '\\u{1F600}', '\\u{41}', '\\ud83d', '\\\n', '\\\r\n', '\\\u2028', '\\é'],
);
const plain = fc.constantFrom('a', 'é', '👩‍👩‍👧', ' ', '/', '#', '$', '{');
const octal = fc.constantFrom('\\1', '\\12', '\\101', '\\377', '\\400', '\\08', '\\8');

test('strings are decoded as the engine does', () => {
  const parts = fc.array(fc.oneof(escape, plain, octal), { maxLength: 8 });
  fc.assert(
    fc.property(parts, (raw) => {
      const text = raw.join('');
      expect(decodeEscapes(`'${text}'`, 1, text.length + 1)?.value).toBe(evaluate(text, "'"));
    }),
    { numRuns: 1000 },
  );
});

test('template literals are decoded as the engine does, CRLF too', () => {
  const parts = fc.array(fc.oneof(escape, plain, fc.constantFrom('\n', '\r\n', '\r', "'")), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(parts, (raw) => {
      const text = raw.join('');
      fc.pre(!text.includes('${') && !/\\0\d/.test(text));
      expect(decodeEscapes(text, 0, text.length)?.value).toBe(evaluate(text, '`'));
    }),
    { numRuns: 1000 },
  );
});

test('each unit is written where it is said to be', () => {
  const text = '"a\\u{1F600}\\\nb"';
  expect(decodeEscapes(text, 1, text.length - 1)).toEqual({
    value: 'a😀b',
    starts: [1, 2, 2, 13],
    ends: [2, 11, 11, 14],
  });
});

test('an escape that there is none of gives nothing', () => {
  for (const raw of ['\\x4', '\\u12', '\\u{110000}', '\\u{}', '\\']) {
    expect(decodeEscapes(raw, 0, raw.length)).toBeNull();
  }
});
