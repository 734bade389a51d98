import { describe, expect, it } from 'vitest';
import {
  clipLevel,
  countWords,
  dateWords,
  problemWords,
  sizeWords,
} from '../../../../src/preview/page/sizes.ts';

describe('sizes in words', () => {
  it('use the unit that fits', () => {
    expect([1, 412, 1024, 38_298, 2_400_000].map(sizeWords)).toEqual([
      '1 byte',
      '412 bytes',
      '1.0 KB',
      '37.4 KB',
      '2.3 MB',
    ]);
  });

  it('warn before Gmail clips', () => {
    expect([79.9, 80, 99.9, 100, 300].map((kilobytes) => clipLevel(kilobytes * 1024))).toEqual([
      'fine',
      'near',
      'near',
      'over',
      'over',
    ]);
  });

  it('count one thing as one', () => {
    expect([countWords(1, 'link'), countWords(1204, 'word')]).toEqual(['1 link', '1,204 words']);
    expect(problemWords({ errors: 0, warnings: 0 })).toBe('');
    expect(problemWords({ errors: 1, warnings: 2 })).toBe('1 error, 2 warnings');
  });

  it('write dates without a time zone moving them', () => {
    expect(dateWords('2026-11-02')).toBe('2 Nov 2026');
    expect(dateWords('someday')).toBe('someday');
  });
});
