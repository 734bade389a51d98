import { describe, expect, it } from 'vitest';
import { cleanLine, shorten } from '../../../src/text/clean-line.ts';

describe('cleanLine', () => {
  it('makes one line of a text, without what can not be seen', () => {
    expect(cleanLine('  One\r\n\ttwo\u2028three\u0000 ')).toBe('One two three');
    expect(cleanLine('a\u202eb\u2066c\u200bd\u00ade\ufefff')).toBe('abcdef');
    expect(cleanLine('\ud800x')).toBe('\ufffdx');
  });

  it('keeps emoji, accents and scripts that join', () => {
    for (const text of ['👩‍💻 🇫🇷', 'é', 'می‌خواهم', '日本語']) expect(cleanLine(text)).toBe(text);
  });
});

describe('shorten', () => {
  it('cuts whole characters only', () => {
    expect(shorten('🔥🔥🔥', 3)).toBe('🔥🔥🔥');
    expect(shorten('🔥🔥 🔥🔥', 4)).toBe('🔥🔥…');
  });
});
