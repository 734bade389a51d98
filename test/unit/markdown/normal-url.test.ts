import MarkdownIt from 'markdown-it';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createEngine, isNormalUrl } from '../../../src/markdown/engine.ts';

test('an address that is taken as normal is one that markdown-it would not change', () => {
  const engine = createEngine();
  const plain = new MarkdownIt();
  const part = fc.constantFrom(
    'a',
    'B',
    '%20',
    '%2',
    '/',
    '?',
    '#',
    '&',
    '=',
    '.',
    '-',
    '~',
    ':',
    '@',
    "'",
    ';',
    '(',
    ')',
    '!',
    'ü',
    ' ',
    '{',
    '[',
    '\\',
    '+',
    ',',
    '$',
    '*',
    '_',
  );
  fc.assert(
    fc.property(fc.constantFrom('http', 'https'), fc.array(part), (scheme, parts) => {
      const url = `${scheme}://example.com/${parts.join('')}`;
      if (isNormalUrl(url)) expect(plain.normalizeLink(url)).toBe(url);
      expect(engine.normalizeLink(url)).toBe(plain.normalizeLink(url));
    }),
    { numRuns: 1_000 },
  );
});
