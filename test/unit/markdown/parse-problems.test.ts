import { expect, test } from 'vitest';
import { createMarkdownParser } from '../../../src/markdown/parse-markdown.ts';

const parse = createMarkdownParser({ language: 'en', smart: true });

/** Each problem as its code and the piece of the source it points at. */
function problemsOf(source: string): readonly string[] {
  return parse(source).problems.map(
    ({ code, offset, length }) => `${code} ${source.slice(offset, offset + length)}`,
  );
}

test('an encoded climb out of the folder is seen as what it is', () => {
  expect(parse('![x](%2e%2e/%2e%2e/etc/passwd)').images[0]?.src).toBe('../../etc/passwd');
  expect(parse('![x](a%zz.png)').images[0]?.src).toBe('a%zz.png');
});

test.each([
  ['[x](javascript:alert(1))', 'javascript:alert(1)'],
  ['[x](JaVaScRiPt:alert(1))', 'JaVaScRiPt:alert(1)'],
  ['[x](&#x6A;avascript:alert(1))', '&#x6A;avascript:alert(1)'],
  ['[x](java&Tab;script:alert(1))', 'java&Tab;script:alert(1)'],
  ['[x](javascript\\:alert\\(1\\))', 'javascript\\:alert\\(1\\)'],
  ['[x](<javascript:alert(1)> "title")', 'javascript:alert(1)'],
  ['<javascript:x>', 'javascript:x'],
  ['[x](data:text/html;base64,AAAA)', 'data:text/html;base64,AAAA'],
  ['[x](vbscript:x)', 'vbscript:x'],
  ['[x](file:///etc/passwd)', 'file:///etc/passwd'],
  ['[x](//evil.example)', '//evil.example'],
  ['[x](foo)', 'foo'],
  ['[x](/foo)', '/foo'],
  ['[x](#part)', '#part'],
  ['[x](www.example.com)', 'www.example.com'],
  ['[x](https:evil.example)', 'https:evil.example'],
  ['[x](https:\\\\evil.example)', 'https:\\\\evil.example'],
  ['[x](ftp://a.example)', 'ftp://a.example'],
  ['[x](https://user:pw@a.example/)', 'https://user:pw@a.example/'],
  ['https://user:pw@a.example/ too', 'https://user:pw@a.example/'],
  ['<https://user@a.example>', 'https://user@a.example'],
  ['[x](mailto:)', 'mailto:'],
  ['[x][a]\n\n[a]: javascript:alert(1)', 'javascript:alert(1)'],
  ['[a]\n\n> [a]:\n> <javascript:alert(1)>\n> "title"', 'javascript:alert(1)'],
])('%s is refused at the very place', (source, piece) => {
  expect(problemsOf(source)).toEqual([`invalid-url ${piece}`]);
  expect(parse(source).links).toEqual([]);
});

test('a refused link says why and what to write', () => {
  const says = (source: string) =>
    parse(source).problems.map(({ severity, message, hint }) => `${severity}: ${message} ${hint}`);
  expect(
    [
      '[x](javascript:alert(1))',
      '[x](www.example.com)',
      '[x](#part)',
      '[x]()',
      '<https://u:p@a.example>',
      '![x](data:image/png;base64,AA)',
      '![](a.png)',
    ].flatMap(says),
  ).toMatchInlineSnapshot(`
    [
      "error: The link is "javascript:alert(1)", which uses the scheme javascript:. Use http:, https: or mailto:.",
      "error: The link is "www.example.com", which has no scheme. Write it as https://www.example.com",
      "error: The link is "#part", a place in the text, which mail programs don't jump to. Take the link out, or link to the page on the web.",
      "error: The link has no address. Write the address between the parentheses.",
      "error: The link is "https://u:p@a.example", which carries a user name or password. Readers would see it: take it out.",
      "error: The image is "data:image/png;base64,AA", which uses the scheme data:. Use a path beside the issue, such as images/photo.png, or an https address.",
      "warning: The image has no alternative text, so a reader with images off sees nothing of it. Say in the brackets what it shows: ![A red bridge](bridge.png). One that only decorates is an \`image\` block with alt: ''.",
    ]
  `);
});

test('the place is found in code, quotes, lists, headings, after tabs and Windows line ends', () => {
  const source = [
    '`[x](foo)` and [x](foo)',
    '',
    '> - item `foo`',
    '>   more [y]( bar ) and',
    '> lazy [z](<baz qux>)',
    '',
    '## Head [h](hash) ##',
    '',
    '1.\t- [t](tab)',
    '',
    'Over [two\nlines](next) lines',
    '',
  ].join('\r\n');
  const { problems } = parse(source);
  const places = problems.map(({ offset, length }) => [
    source.slice(offset, offset + length),
    offset,
  ]);
  const last = (text: string) => source.lastIndexOf(text);
  expect(places).toEqual([
    ['foo', source.indexOf('(foo)', 12) + 1],
    ['bar', last('bar')],
    ['baz qux', last('baz qux')],
    ['hash', last('hash')],
    ['tab', last('tab')],
    ['next', last('next')],
  ]);
});

test('the place is found in footnotes and in images inside links', () => {
  expect(
    problemsOf('a^[see [b](foo) ^[or [c](bar)]] [![alt](data:x)](baz) d[^1]\n\n[^1]: and [e](qux)'),
  ).toEqual([
    'invalid-url foo',
    'invalid-url bar',
    'invalid-image-source data:x',
    'invalid-url baz',
    'invalid-url qux',
  ]);
});

test('an image needs a source that mail can show', () => {
  expect(
    problemsOf(
      '![a](data:image/png;base64,AA) ![b](javascript:x) ![c](//h/x.png) ![d](C:\\x.png) ![e](file:///x)',
    ),
  ).toEqual([
    'invalid-image-source data:image/png;base64,AA',
    'invalid-image-source javascript:x',
    'invalid-image-source //h/x.png',
    'invalid-image-source C:\\x.png',
    'invalid-image-source file:///x',
  ]);
});

test('an image without alternative text is a warning', () => {
  expect(problemsOf('![](a.png)')).toEqual(['missing-alt ![]']);
  expect(problemsOf('![ ](a.png) ![x](b.png)')).toEqual(['missing-alt ![ ]']);
  expect(problemsOf('> * x [![  ][a]](https://b.example)\n\n[a]: a.png')).toEqual([
    'missing-alt ![  ]',
  ]);
});

test('a fence that is never closed says how far it goes', () => {
  const messageOf = (text: string) => parse(text).problems.map(({ message }) => message);
  const inside = 'so the rest of the list or quote it stands in is code.';
  expect(messageOf('- ```\n  a\n- b\n')[0]).toContain(inside);
  expect(messageOf('> ```\n> a\n\nb')[0]).toContain(inside);
  expect(messageOf('a\n\n```\nb\n\n')[0]).toContain('so all that follows is code.');
  expect(messageOf('- ```\n  a\n')[0]).toContain('so all that follows is code.');
});

test('a fence that is never closed is a warning', () => {
  expect(problemsOf('text\n\n```ts\ncode\n')).toEqual(['unclosed-fence ```']);
  expect(problemsOf('> ~~~~\n> code\n> ~~~\n\nafter')).toEqual(['unclosed-fence ~~~~']);
  expect(problemsOf('- ```\n  code')).toEqual(['unclosed-fence ```']);
  expect(problemsOf('```')).toEqual(['unclosed-fence ```']);
  expect(
    problemsOf('```\n```\n\n~~~\na\n\n~~~~~\n\n> ```\n> b\n> ```\n\n- ```\n  c\n  ```'),
  ).toEqual([]);
});

test('a table is a warning at its head, bars in other places are not', () => {
  expect(problemsOf('text\n\n> so\n> a | b\n> --|:-:\n> 1 | 2')).toEqual([
    'unsupported-table a | b',
  ]);
  expect(problemsOf('| a |\n|---|\n| 1 |')).toEqual(['unsupported-table | a |']);
  expect(problemsOf('a | b\nc -- d | e\n\n```\n| a |\n|---|\n```\n\n`|`\n\n---')).toEqual([]);
});

test('a footnote that is unknown, unused or defined twice is a warning', () => {
  expect(problemsOf('a[^1] b[^2]\n\n[^2]: two\n\n[^3]: three\n\n[^2]: again')).toEqual([
    'unknown-footnote [^1]',
    'unused-footnote [^3]:',
    'duplicate-footnote [^2]:',
  ]);
  expect(problemsOf('a[^x]\n\n> [^x]: in a quote\n\n`[^y]` and \\[^z]')).toEqual([]);
});

test('what is nested too deep is an error, not lost without a word', () => {
  expect(problemsOf(`${'> '.repeat(60)}deep`)[0]).toMatch(/^nested-too-deeply/);
  expect(problemsOf(`${'- '.repeat(60)}deep`)[0]).toMatch(/^nested-too-deeply/);
  expect(problemsOf(`${'> '.repeat(15)}fine`)).toEqual([]);
});
