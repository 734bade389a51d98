import { describe, expect, test } from 'vitest';
import { parseExtensions, sizeLimit } from '../../../../src/mail/smtp/extensions.ts';

describe('parseExtensions', () => {
  test('reads keywords with their parameters, and not the greeting', () => {
    const extensions = parseExtensions(
      '250-SIZE 1\n250-size 100\r\n250-Auth=login\n250 AUTH PLAIN',
    );
    expect([...extensions]).toEqual([
      ['SIZE', ['100']],
      ['AUTH', ['LOGIN', 'PLAIN']],
    ]);
  });

  test('takes nothing that is no keyword', () => {
    expect([...parseExtensions('250-a\n250-\u001b[1m x\n250-\n250 ok').keys()]).toEqual(['OK']);
    expect(parseExtensions('250 mx')).toEqual(new Map());
    expect(parseExtensions('')).toEqual(new Map());
  });
});

describe('sizeLimit', () => {
  test.each([
    ['250-mx\n250 SIZE 1000', 1000],
    ['250-mx\n250 SIZE 0', null],
    ['250-mx\n250 SIZE', null],
    ['250-mx\n250 SIZE many', null],
    ['250-mx\n250 SIZE -1', null],
    ['250-mx\n250 SIZE 99999999999999999999', null],
    ['250 mx', null],
  ])('of %j', (answer, limit) => {
    expect(sizeLimit(parseExtensions(answer))).toBe(limit);
  });
});
