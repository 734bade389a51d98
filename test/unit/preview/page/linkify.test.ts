import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkify } from '../../../../src/preview/page/linkify.ts';

describe('addresses in plain text', () => {
  it.each([
    ['See https://example.com/a_(b).', 'https://example.com/a_(b)'],
    ['(https://example.com/a)', 'https://example.com/a'],
    ['[1] https://example.com/?q=a&b=c#d', 'https://example.com/?q=a&b=c#d'],
    ['Write to mailto:me@example.com, please', 'mailto:me@example.com'],
    ['“https://example.com”', 'https://example.com'],
  ])('are found in %s', (text, url) => {
    expect(linkify(text).flatMap((piece) => piece.url ?? [])).toEqual([url]);
  });

  it('are nothing else: no scheme, no other scheme', () => {
    const text = 'example.com, javascript:alert(1), xhttps://a, https:// , file:///etc/passwd';
    expect(linkify(text)).toEqual([{ text, url: null }]);
  });

  it('leave nothing out', () => {
    const word = fc.constantFrom('https://a.b/c', '(', ')', '.', ' ', '\n', 'word', '<', 'é');
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const text = words.join('');
        expect(
          linkify(text)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
