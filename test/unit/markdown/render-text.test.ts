import { expect, test } from 'vitest';
import { createCounter } from '../../../src/markdown/counter.ts';
import { createLinkList } from '../../../src/markdown/link-list.ts';
import { textAndLinksOf, textOf } from '../../support/render-markdown.ts';

test('paragraphs are wrapped at the width, hard breaks stay', () => {
  expect(
    textOf(
      'The compiler now tells you which of the overloads came nearest, and why it was not taken.\nMore.\n\nA  \nB\\\nC',
      { width: 40 },
    ),
  ).toMatchInlineSnapshot(`
    "The compiler now tells you which of the
    overloads came nearest, and why it was
    not taken. More.

    A
    B
    C"
  `);
});

test('emphasis and code have their marks', () => {
  expect(textOf('*a* **b** ***c*** ~~d~~ `e` `` f`g ``')).toBe('_a_ *b* _*c*_ ~d~ `e` `` f`g ``');
});

test('links are numbered, one address once, and addresses stand by themselves', () => {
  expect(
    textOf(
      '[a](https://x.example/a), [b](https://x.example/b "Title"), [c](https://x.example/a), https://x.example/d, <https://x.example/ü>, [https://x.example/e](https://x.example/e).',
    ),
  ).toMatchInlineSnapshot(`
    "a [1], b (Title) [2], c [1], https://x.example/d,
    https://x.example/%C3%BC, https://x.example/e.
    [1] https://x.example/a
    [2] https://x.example/b"
  `);
});

test('numbers go on through the texts of a section', () => {
  const links = createLinkList();
  textAndLinksOf('[a](https://x.example/a)', { links });
  expect(textAndLinksOf('[b](https://x.example/b) [a](https://x.example/a)', { links }).text).toBe(
    'b [2] a [1]',
  );
  expect(links.entries()).toEqual([
    { number: 1, url: 'https://x.example/a' },
    { number: 2, url: 'https://x.example/b' },
  ]);
});

test('mail addresses are shown, and numbered only behind other words', () => {
  expect(
    textOf('<me@x.example> [me@x.example](mailto:me@x.example) [write](mailto:me@x.example)'),
  ).toBe('me@x.example me@x.example write [1]\n[1] mailto:me@x.example');
});

test('nothing of ours touches an address that stands by itself', () => {
  expect(
    textOf('**https://x.example** *<https://y.example>* https://z.example[^1]\n\n[^1]: n'),
  ).toBe('https://x.example https://y.example https://z.example ¹\n\n¹ n');
});

test('images are named; one in a link has its number', () => {
  expect(
    textOf('![A bridge](a.png "At dawn") and [![Logo](b.png)](https://x.example) ![](c.png)'),
  ).toBe('[Image: A bridge (At dawn)] and [Image: Logo] [1]\n[1] https://x.example');
  expect(textOf('[![](b.png)](https://x.example)')).toBe('https://x.example');
  expect(textOf('![](b.png)\n\na')).toBe('a');
});

test('lists hang under their text, ordered ones as wide as their last number', () => {
  expect(
    textOf(
      '- The compiler now tells you which overload\n- b\n  - c\n    1. d\n\n\n9. e\n10. The compiler now tells you which\n\n\n* f\n\n  g\n* h',
      { width: 30 },
    ),
  ).toMatchInlineSnapshot(`
    "- The compiler now tells you
      which overload
    - b
      - c
        1. d

    9.  e
    10. The compiler now tells you
        which

    - f

      g

    - h"
  `);
  expect(textOf('-\n- a')).toBe('-\n- a');
});

test('quotes have their sign on each line, as often as they are nested', () => {
  expect(textOf('> The compiler now tells you which overload\n>\n> > b\n>\n> - c', { width: 30 }))
    .toMatchInlineSnapshot(`
    "> The compiler now tells you
    > which overload
    >
    > > b
    >
    > - c"
  `);
});

test('code is indented by four and never wrapped; its blank lines are four spaces', () => {
  const long = 'x'.repeat(40);
  expect(
    textOf(`\`\`\`\na\n\n\tb  ${long}  \n\`\`\`\n\n> \`\`\`\n> c\n>\n> d\n> \`\`\``, { width: 30 }),
  ).toBe(`    a\n    \n        b  ${long}\n\n>     c\n>     \n>     d`);
});

test('headings stand on a line of their own, the topmost underlined', () => {
  expect(textOf('# A *b*\n\n## C\n\nd\n\n# 日本')).toBe('A _b_\n~~~~~\n\nC\n\nd\n\n日本\n~~~~');
});

test('a rule is a line of its own', () => {
  expect(textOf('a\n\n---\n\nb')).toBe('a\n\n* * *\n\nb');
});

test('footnotes have raised numbers that go on through several texts', () => {
  const footnotes = createCounter();
  expect(textOf('a[^x] b^[in *line*] c[^x]\n\n[^x]: one\n\n    two', { footnotes }))
    .toMatchInlineSnapshot(`
    "a¹ b² c¹

    ¹ one

      two
    ² in _line_"
  `);
  for (let count = 2; count < 11; count++) footnotes.next();
  expect(textOf('d[^1]\n\n[^1]: three', { footnotes })).toBe('d¹²\n\n¹² three');
});

test('what was written as text is text: no entities, merge tags whole, HTML as it stands', () => {
  expect(textOf('a < b & c &amp; &copy; <b>x</b> {{ first_name | default: "you" }}')).toBe(
    'a < b & c & © <b>x</b> {{ first_name | default: "you" }}',
  );
  const tag = '{{ subscriber.first_name | default: "friend" }}';
  expect(textOf(`Hello ${tag} and welcome`, { width: 20 })).toBe(`Hello\n${tag}\nand welcome`);
});

test('CJK and emoji are wrapped by the columns they take', () => {
  expect(textOf('今月は新しいコンパイラについて書きました。🔥🔥', { width: 20 }))
    .toMatchInlineSnapshot(`
    "今月は新しいコンパイ
    ラについて書きまし
    た。🔥🔥"
  `);
});

test('an address is never broken, however narrow the text is', () => {
  const url = `https://x.example/${'a-b/'.repeat(30)}`;
  expect(textOf(`- > ${url}`, { width: 20 })).toBe(`- > ${url}`);
});

test('a refused link leaves its text, without a number', () => {
  expect(textOf('[x](javascript:alert(1)) ![y](data:z)')).toBe('x y');
});

test('control characters and halves of pairs are left out or replaced', () => {
  expect(textOf('a\ud83db\u0007c `\0`')).toBe('a\uFFFDbc `\uFFFD`');
});

test('however deep it is nested, a text keeps room for its words', () => {
  const { text } = textAndLinksOf(`${'> '.repeat(30)}one two three four five six`, { width: 40 });
  expect(text.split('\n')).toHaveLength(2);
});
