import { expect, test } from 'vitest';
import { createMarkdownParser, parseMarkdown } from '../../../src/markdown/parse-markdown.ts';

const parse = createMarkdownParser({ language: 'en', smart: true });

test('links are listed in order, with what a reader sees and their place', () => {
  const source =
    'A [*link*](https://a.example/x "t"), <https://b.example> and\n> https://c.example/y.';
  const links = parse(source).links.map(({ url, text, offset, length }) => [
    url,
    text,
    source.slice(offset, offset + length),
  ]);
  expect(links).toEqual([
    ['https://a.example/x', 'link', 'https://a.example/x'],
    ['https://b.example', 'https://b.example', 'https://b.example'],
    ['https://c.example/y', 'https://c.example/y', 'https://c.example/y'],
  ]);
});

test('only addresses that carry http:// or https:// become links by themselves', () => {
  const source =
    'www.example.com example.com me@example.com ftp://x.example //x.example mailto:a@b.example xhttp://y.example';
  expect(parse(source).links).toEqual([]);
  expect(parse('HTTP://EXAMPLE.com/a, (https://b.example).').links.map(({ url }) => url)).toEqual([
    'HTTP://EXAMPLE.com/a',
    'https://b.example',
  ]);
});

test('images are listed, local ones as a path without percent-encoding', () => {
  const source =
    '![A bridge](images/red%20bridge.png) ![B](<b c.png>) ![C](https://x.example/c%20d.png)';
  const images = parse(source).images.map(({ src, alt, offset, length }) => [
    src,
    alt,
    source.slice(offset, offset + length),
  ]);
  expect(images).toEqual([
    ['images/red bridge.png', 'A bridge', 'images/red%20bridge.png'],
    ['b c.png', 'B', 'b c.png'],
    ['https://x.example/c%20d.png', 'C', 'https://x.example/c%20d.png'],
  ]);
});

test('blocks of code are listed with their language and its place', () => {
  const source = '```TS {1,3}\nconst a = 1;\n```\n\n    indented\n\n~~~\nplain\n~~~\n';
  const codes = parse(source).codes.map(({ code, language, offset, length }) => [
    code,
    language,
    source.slice(offset, offset + length),
  ]);
  expect(codes).toEqual([
    ['const a = 1;', 'ts', 'TS'],
    ['indented', '', '    indented'],
    ['plain', '', '~~~'],
  ]);
});

test('words are those of the text: not of code, alternative texts or addresses of links', () => {
  const source =
    '# One two\n\nthree **fo**ur [five](https://x.example/a/b) ![no](a.png)[^1]\n\n```\nno no\n```\n\n- six\n- `seven`\n\n> eight\n\n[^1]: nine ten';
  expect(parse(source).words).toBe(10);
  expect(parse('').words).toBe(0);
});

test('the same parser can be used again and keeps nothing', () => {
  parse('[a]: https://a.example\n\nx[^1]\n\n[^1]: note');
  expect(parse('[a] [^1]').links).toEqual([]);
  expect(parse('x')).toEqual(parseMarkdown('x', { language: 'en', smart: true }));
});

test('headings step by one, whatever levels the author chose', () => {
  const depths = (source: string) =>
    parse(source).blocks.map((block) => (block.kind === 'heading' ? block.depth : null));
  expect(depths('# a\n\n### b\n\n##### c\n\n## d\n\n### e')).toEqual([0, 1, 2, 1, 2]);
  expect(depths('### a\n\n# b\n\n## c')).toEqual([0, 0, 1]);
  expect(depths('Title\n=====\n\nSub\n---')).toEqual([0, 1]);
});
