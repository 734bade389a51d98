import { describe, expect, it } from 'vitest';
import { createProseReader } from '../../../src/markdown/read-prose.ts';

const read = createProseReader();

/** What the source has at the places of the block's letters. */
function writtenAs(source: string, starts: readonly number[]): string {
  return starts.map((start) => source.charAt(start)).join('');
}

describe('createProseReader', () => {
  it('gives each letter its place in the source', () => {
    const source = [
      'See [the *page*](http://a.example/and "the") and **the** rest,',
      '  also https://the.example/a and <https://the.example/b>.',
      '',
      '> - quoted text[^1] in',
      '>   two lines',
      '',
      'A [reference][r] and [another] one.',
      '',
      '[^1]: The *note*.',
      '',
      '[r]: http://a.example',
      '[another]: http://b.example',
    ].join('\n');
    const blocks = read(source);
    expect(blocks.map(({ text }) => text)).toEqual([
      'See the page and the rest, also https://the.example/a and https://the.example/b.',
      'quoted text in two lines',
      'A reference and another one.',
      'The note.',
    ]);
    for (const { text, starts } of blocks) {
      expect(writtenAs(source, starts).replaceAll('\n', ' ')).toBe(text);
    }
    expect(blocks.map(({ isQuoted, isNote }) => [isQuoted, isNote])).toEqual([
      [false, false],
      [true, false],
      [false, false],
      [false, true],
    ]);
  });

  it('lets a sign stand for code and for pictures', () => {
    const source =
      'Run ``a ` b`` with ![the alt](p.png "t") and [![x](y.png)](http://z.example) on.';
    const [block] = read(source);
    expect(block?.text).toBe('Run \ue000 with \ue000 and \ue000 on.');
    expect(block?.starts.slice(-4)).toEqual([-4, -3, -2, -1].map((at) => source.length + at));
  });

  it('keeps places past escapes and entities', () => {
    const source = 'a \\* &amp; b {{c}}';
    const [block] = read(source);
    expect(block?.text).toBe('a * & b {{c}}');
    expect(writtenAs(source, block?.starts ?? [])).toBe('a \\ & b {{c}}');
  });

  it('tells the links of a block and what follows it', () => {
    const blocks = read(
      '[one](http://a.example) http://b.example:\n\n- two:\n  1. three\n\n# four\n\n***',
    );
    expect(blocks.map(({ kind, next }) => [kind, next])).toEqual([
      ['paragraph', 'list'],
      ['paragraph', 'list'],
      ['paragraph', null],
      ['heading', 'hr'],
    ]);
    expect(blocks[0]?.links).toEqual([
      { start: 0, end: 3, isBare: false },
      { start: 4, end: 20, isBare: true },
    ]);
  });

  it('keeps the places with CRLF and in deep quotes', () => {
    const source = '> > one\r\n> > the\r\n> > the two\r\n';
    const [block] = read(source);
    expect(block?.text).toBe('one the the two');
    expect(block?.starts.at(-1)).toBe(source.indexOf('two') + 2);
  });
});
