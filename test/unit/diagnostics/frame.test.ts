import { describe, expect, it } from 'vitest';
import { codeFrame } from '../../../src/diagnostics/frame.ts';

describe('codeFrame', () => {
  it('shows two lines before, one after, and underlines the place', () => {
    const text = 'a\nb\n- title: x\n  url: www.example.com\n  note: y\nz';
    expect(codeFrame(text, { line: 4, column: 8, endColumn: 23 })).toMatchInlineSnapshot(`
      "  2 | b
        3 | - title: x
      > 4 |   url: www.example.com
          |        ^^^^^^^^^^^^^^^
        5 |   note: y"
    `);
  });

  it('aligns the caret under wide characters and after tabs', () => {
    expect(codeFrame('\t🔥 日本 x', { line: 1, column: 8, endColumn: 9 })).toMatchInlineSnapshot(`
      "> 1 |  🔥 日本 x
          |          ^"
    `);
  });

  it('cuts a long line around the place', () => {
    const text = `${'a'.repeat(300)}HERE${'b'.repeat(300)}`;
    const frame = codeFrame(text, { line: 1, column: 301, endColumn: 305 });
    const [line = '', carets = ''] = frame.split('\n');
    expect(line.length).toBeLessThan(120);
    expect(carets.indexOf('^')).toBe(line.indexOf('HERE'));
    expect(carets.trim()).toMatch(/^\| +\^{4}$/);
  });

  it('reads CRLF and a byte-order mark, and underlines an empty place with one caret', () => {
    expect(codeFrame('\uFEFFa\r\nb\r\n', { line: 2, column: 2, endColumn: 2 }))
      .toMatchInlineSnapshot(`
      "  1 | a
      > 2 | b
          |  ^
        3 |"
    `);
  });

  it('shows control characters and turns of direction as replacement characters', () => {
    const frame = codeFrame('a\u202eb\u0007', { line: 1, column: 2, endColumn: 3 });
    expect(frame).toContain('> 1 | a\uFFFDb\uFFFD');
  });
});
