import { expect, test } from 'vitest';
import { createCounter } from '../../../src/markdown/counter.ts';
import { parseMarkdown } from '../../../src/markdown/parse-markdown.ts';
import { renderMarkdownHtml } from '../../../src/markdown/render-html.ts';
import { bareHtmlOptions, htmlOf } from '../../support/render-markdown.ts';

test('paragraphs, emphasis, code, strikethrough and hard breaks', () => {
  expect(htmlOf('A *b* **c** ***d*** ~~e~~ `f`  \ng\\\nh\ni\n\nj')).toMatchInlineSnapshot(
    `"<p>A <em>b</em> <strong>c</strong> <em><strong>d</strong></em> <s>e</s> <code>f</code><br>g<br>h i</p><p>j</p>"`,
  );
});

test('links carry their address and title, and are as the author wrote them', () => {
  expect(
    htmlOf(
      '[a *b*](https://x.example/?a=1&b=2 "Say \\"hi\\"") <https://y.example/ü> <me@z.example> https://EXAMPLE.com/%C3%BC',
    ),
  ).toMatchInlineSnapshot(
    `"<p><a href="https://x.example/?a=1&amp;b=2" title="Say “hi”">a <em>b</em></a> <a href="https://y.example/%C3%BC">https://y.example/ü</a> <a href="mailto:me@z.example">me@z.example</a> <a href="https://EXAMPLE.com/%C3%BC">https://EXAMPLE.com/%C3%BC</a></p>"`,
  );
});

test('reference links and a link without a word in it', () => {
  expect(
    htmlOf('[a][b] [b] [](https://y.example)\n\n[b]: https://x.example'),
  ).toMatchInlineSnapshot(
    `"<p><a href="https://x.example">a</a> <a href="https://x.example">b</a> <a href="https://y.example">https://y.example</a></p>"`,
  );
});

test('lists are real, nested, tight or loose, and keep their first number', () => {
  expect(
    htmlOf('- a\n- b\n  - c\n\n    d\n\n3. e\n4. f\n   ```\n   g\n   ```'),
  ).toMatchInlineSnapshot(
    `"<ul><li>a</li><li>b<ul><li><p>c</p><p>d</p></li></ul></li></ul><ol start="3"><li>e</li><li>f<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td><code>g</code></td></tr></table></li></ol>"`,
  );
  expect(htmlOf('-\n- a')).toMatchInlineSnapshot(`"<ul><li></li><li>a</li></ul>"`);
});

test('quotes, rules and headings that start where they are told and never skip a level', () => {
  expect(htmlOf('> a\n> > b\n\n***\n\n# c\n### d\n##### e\n###### f\n# g')).toMatchInlineSnapshot(
    `"<blockquote><p>a</p><blockquote><p>b</p></blockquote></blockquote><hr><h3>c</h3><h4>d</h4><h5>e</h5><h6>f</h6><h3>g</h3>"`,
  );
  expect(htmlOf('## a', { headingLevel: 2 })).toBe('<h2>a</h2>');
  const six = '# a\n\n## b\n\n### c\n\n#### d\n\n##### e\n\n###### f';
  expect(htmlOf(six).match(/<h\d/g)).toEqual(['<h3', '<h4', '<h5', '<h6', '<h6', '<h6']);
});

test('images have their size, alternative text and title', () => {
  expect(htmlOf('![A "b" & c](a b.png) ![A "b" & c](<a b.png> "T") text')).toMatchInlineSnapshot(
    `"<p>![A “b” &amp; c](a b.png) <img src="a b.png" alt="A “b” &amp; c" width="552" height="276" title="T"> text</p>"`,
  );
  const image = () => ({ src: 'cid:x"y', width: 300, height: null });
  expect(htmlOf('[![a](x.png)](https://x.example)', { image })).toMatchInlineSnapshot(
    `"<p><a href="https://x.example"><img src="cid:x&quot;y" alt="a" width="300"></a></p>"`,
  );
});

test('an image is asked for by the source and the description that are shown', () => {
  const asked: string[][] = [];
  htmlOf('![It\'s "x"](a%20b.png)', {
    image: (src, alt) => {
      asked.push([src, alt]);
      return { src, width: 1, height: 1 };
    },
  });
  expect(asked).toEqual([['a b.png', 'It’s “x”']]);
});

test('a block of code keeps spaces and lines without white-space, and one space that may break', () => {
  expect(htmlOf('```\nif  (a)   {\n\treturn "x  y" & <b>;\n\n  }\n```')).toMatchInlineSnapshot(
    `"<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td><code>if&nbsp; (a)&nbsp;&nbsp; {<br>&nbsp;&nbsp;&nbsp;&nbsp;return &quot;x&nbsp; y&quot; &amp; &lt;b&gt;;<br><br>&nbsp;&nbsp;}</code></td></tr></table>"`,
  );
  expect(htmlOf('```\n```')).toContain('>&nbsp;</code>');
  expect(htmlOf('```\n  \n\na\n```')).toContain('<br><br>a</code>');
});

test('highlighted code has one span for each run of a colour, none for what is plain', () => {
  const highlight = () =>
    [
      [
        { text: '  ', role: 'plain' },
        { text: 'const', role: 'keyword' },
        { text: ' ', role: 'plain' },
        { text: 'async', role: 'keyword' },
        { text: '  ', role: 'plain' },
        { text: 'x', role: 'variable' },
        { text: ' = ', role: 'plain' },
        { text: '"<a>"', role: 'string' },
      ],
      [],
      [{ text: '\t// c', role: 'comment' }],
    ] as const;
  const html = htmlOf('```ts\nwhatever\n```', {
    highlight,
    codeStyles: {
      keyword: { style: 'color:#b00', class: 'k' },
      string: { style: 'color:#060' },
      comment: { style: '', class: 'c' },
    },
  });
  expect(html).toMatchInlineSnapshot(
    `"<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td><code>&nbsp;&nbsp;<span style="color:#b00" class="k">const async&nbsp; </span>x = <span style="color:#060">&quot;&lt;a&gt;&quot;</span><br><br><span class="c">&nbsp;&nbsp;&nbsp;&nbsp;// c</span></code></td></tr></table>"`,
  );
});

test('code is highlighted by the text and language that the parser listed', () => {
  const source = '```TypeScript\na\n  b\n```';
  const asked: unknown[] = [];
  htmlOf(source, {
    highlight: (code, language) => {
      asked.push({ code, language });
      return null;
    },
  });
  const [listed] = parseMarkdown(source, { language: 'en', smart: true }).codes;
  expect(asked).toEqual([{ code: listed?.code, language: listed?.language }]);
});

test('footnotes are numbered through several texts and stand at the end of each', () => {
  const footnotes = createCounter();
  expect(
    htmlOf('a[^x] b^[in *line*] c[^x]\n\n[^x]: one\n\n    two', { footnotes }),
  ).toMatchInlineSnapshot(
    `"<p>a<sup>1</sup> b<sup>2</sup> c<sup>1</sup></p><ol><li><p>one</p><p>two</p></li><li>in <em>line</em></li></ol>"`,
  );
  expect(htmlOf('d[^1]\n\n[^1]: three', { footnotes })).toMatchInlineSnapshot(
    `"<p>d<sup>3</sup></p><ol start="3"><li>three</li></ol>"`,
  );
});

test('every element has the style and class it is given; the last one is told so', () => {
  const source =
    '# h\n\np `c` [l](https://x.example) ![i](i.png)[^1]\n\n- a\n  - b\n- c\n\n> q\n\n---\n\n```\nx\n```\n\n[^1]: n';
  const html = htmlOf(source, {
    style: (element, last) => (last ? `${element}:last` : element),
    classes: { link: 'a', codeCell: 'd' },
  });
  expect(html.replaceAll('><', '>\n<')).toMatchInlineSnapshot(`
    "<h3 style="heading3">h</h3>
    <p style="paragraph">p <code style="code">c</code> <a href="https://x.example" style="link" class="a">l</a> <img src="i.png" alt="i" width="552" height="276" style="image;max-width:552px">
    <sup style="mark">1</sup>
    </p>
    <ul style="list">
    <li style="item">a<ul style="sublist:last">
    <li style="item:last">b</li>
    </ul>
    </li>
    <li style="item:last">c</li>
    </ul>
    <blockquote style="quote">
    <p style="paragraph:last">q</p>
    </blockquote>
    <hr style="rule">
    <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="codeBlock">
    <tr>
    <td style="codeCell" class="d">
    <code style="codeText">x</code>
    </td>
    </tr>
    </table>
    <ol style="footnotes:last">
    <li style="footnote:last">n</li>
    </ol>"
  `);
});

test('a style with quotes in it stays inside its attribute', () => {
  expect(htmlOf('a', { style: () => `font-family:"A",'B'` })).toBe(
    '<p style="font-family:&quot;A&quot;,&#39;B&#39;">a</p>',
  );
});

test('the topmost elements tell their field when it is given, and never otherwise', () => {
  const source = 'a\n\n- b\n\n  ```\n  c\n  ```\n\n> d\n\n---\n\n```\ne\n```\n\n# f[^1]\n\n[^1]: g';
  const traced = htmlOf(source, { path: 'sections[0].body' });
  expect(
    traced.match(/<\w+[^>]* data-path="sections\[0\]\.body"/g)?.map((tag) => tag.slice(0, 4)),
  ).toEqual(['<p d', '<ul ', '<blo', '<hr ', '<tab', '<h3 ', '<ol ']);
  expect(htmlOf(source)).not.toContain('data-path');
});

test('lines of Chinese or Japanese source are joined without a space', () => {
  expect(htmlOf('今月は\n新しい。\nand\nmore')).toBe('<p>今月は新しい。 and more</p>');
});

test('smart quotes go over elements, and not into code, addresses or what is escaped', () => {
  expect(
    htmlOf(
      '"*word*" \'**b**\' "`"c"`" [it\'s "x"](https://x.example/it\'s--a) https://x.example/a--b...c \\"as is\\" &quot;too&quot;',
    ),
  ).toMatchInlineSnapshot(
    `"<p>“<em>word</em>” ‘<strong>b</strong>’ “<code>&quot;c&quot;</code>” <a href="https://x.example/it&#39;s--a">it’s “x”</a> <a href="https://x.example/a--b...c">https://x.example/a--b...c</a> &quot;as is&quot; &quot;too&quot;</p>"`,
  );
  const plain = parseMarkdown('"a" -- it\'s...', { language: 'en', smart: false });
  expect(renderMarkdownHtml(plain, bareHtmlOptions())).toBe('<p>&quot;a&quot; -- it&#39;s...</p>');
});

test('emoji sequences stay whole', () => {
  const text = '👩‍💻 🏳️‍🌈 👍🏽 🇩🇪 1️⃣ *️⃣a*️⃣ #️⃣';
  expect(htmlOf(text)).toBe(`<p>${text}</p>`);
});
