import { describe, expect, it } from 'vitest';
import { addressKey } from '../../../src/text/address-key.ts';

describe('addressKey', () => {
  it.each([
    ['http://example.com/a', 'https://example.com/a'],
    ['https://www.example.com/a/', 'https://example.com/a'],
    ['https://EXAMPLE.com:443/a', 'https://example.com/a'],
    ['https://example.com/a?utm_source=x&b=1', 'https://example.com/a?b=1'],
    ['https://example.com/?b=1&a=2', 'https://example.com/?a=2&b=1'],
    ['https://bücher.example/', 'https://xn--bcher-kva.example'],
    ['mailto:Ada@Example.com', 'mailto:ada@example.com'],
  ])('takes %s and %s for one page', (a, b) => {
    expect(addressKey(a)).toBe(addressKey(b));
  });

  it.each([
    ['https://example.com/a', 'https://example.com/b'],
    ['https://example.com/A', 'https://example.com/a'],
    ['https://example.com/?p=1', 'https://example.com/?p=2'],
    ['https://example.com:8080/', 'https://example.com/'],
    ['https://example.com/#/one', 'https://example.com/#/two'],
    ['https://example.com/a#one', 'https://example.com/a#two'],
    ['https://blog.example.com/', 'https://example.com/'],
  ])('tells %s from %s', (a, b) => {
    expect(addressKey(a)).not.toBe(addressKey(b));
  });

  it('takes what is no address as it is', () => {
    expect(addressKey(' Not an address ')).toBe('not an address');
    expect(addressKey('https://[')).toBe('https://[');
  });
});
