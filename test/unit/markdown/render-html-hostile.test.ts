import { expect, test } from 'vitest';
import { htmlOf } from '../../support/render-markdown.ts';

test('merge tags arrive exactly as they were written', () => {
  for (const tag of [
    '{{unsubscribe_url}}',
    '{{constructor}}',
    '{{__proto__}}',
    '{{ *a* | b: c }}',
    '{{{raw}}}',
  ]) {
    expect(htmlOf(`x ${tag} y`)).toBe(`<p>x ${tag} y</p>`);
  }
  expect(htmlOf('[a](https://x.example/?u={{user.id}}&v=ü)')).toBe(
    '<p><a href="https://x.example/?u={{user.id}}&amp;v=%C3%BC">a</a></p>',
  );
});

test.each([
  '<script>alert(1)</script>',
  '<svg onload=alert(1)>',
  '</mj-text><mj-raw><b>x</b></mj-raw>',
  '<mj-include path="/etc/passwd">',
  '</style><style>*{display:none}',
  '</title>',
  '<!--[if mso]><b>x</b><![endif]-->',
  '<![CDATA[x]]>',
  '<?php x ?>',
  '<div\nonclick="x">',
])('%s shows as text', (source) => {
  const html = htmlOf(source);
  expect(html).toMatch(/^<p>[^<>]*<\/p>$/);
  const shown = html
    .slice(3, -4)
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll(/&quot;|[“”]/g, '"');
  expect(shown).toBe(source.replace('\n', ' ').replace('<!--[', '<!--['));
});

test('a refused link or image leaves its text and nothing else', () => {
  expect(
    htmlOf('[*x* y](javascript:alert(1)) <javascript:x> ![z](data:x) [![a](b.png)](foo)'),
  ).toBe('<p><em>x</em> y javascript:x z <img src="b.png" alt="a" width="552" height="276"></p>');
});

test('right-to-left text, words of 2,000 characters and floods of zero-width ones go through', () => {
  const word = 'x'.repeat(2_000);
  const flood = '\u200b'.repeat(5_000);
  expect(htmlOf(`שלום עולם ${word} ${flood}`)).toBe(`<p>שלום עולם ${word} ${flood}</p>`);
});

test('lone surrogates, NUL and control characters can not spoil the HTML', () => {
  expect(htmlOf('a\ud83db\0c\u0007d [x](https://x.example/\ud83d)')).toBe(
    '<p>a\uFFFDb\uFFFDcd <a href="https://x.example/%EF%BF%BD">x</a></p>',
  );
});
