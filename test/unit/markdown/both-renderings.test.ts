import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMarkdownParser } from '../../../src/markdown/parse-markdown.ts';
import { createEngine } from '../../../src/markdown/engine.ts';
import { createCounter } from '../../../src/markdown/counter.ts';
import { createLinkList } from '../../../src/markdown/link-list.ts';
import { renderMarkdownHtml } from '../../../src/markdown/render-html.ts';
import { renderMarkdownText } from '../../../src/markdown/render-text.ts';
import { bareHtmlOptions } from '../../support/render-markdown.ts';
import { processorTime } from '../../support/processor-time.ts';

const parse = createMarkdownParser({ language: 'en', smart: true });

function render(source: string) {
  const markdown = parse(source);
  const links = createLinkList();
  const html = renderMarkdownHtml(markdown, bareHtmlOptions());
  const text = renderMarkdownText(markdown, { width: 72, links, footnotes: createCounter() });
  return { markdown, html, text, links: links.entries() };
}

/** Signs that mean something in Markdown, and what authors and attackers put between them. */
const sign = fc.constantFrom(
  ...['*', '**', '_', '~~', '`', '```', '~~~', '\n', '\n\n', '  \n', '\\', '> ', '- ', '1. ', '# '],
  ...['    ', '\t', '[', ']', '](', ')', '![', '<', '>', '&', '&#x6A;', '&amp;', '"', "'", '--'],
  ...['[^1]', '[^1]: ', '^[', '[a]: ', '[a]', 'javascript:', 'https://x.example/', 'mailto:a@b.c'],
  ...['data:', '//', '#', '{{', '}}', '<script>', '-->', '<!--[if mso]>', '\r\n', '\0', '\ud83d'],
  ...['👩‍💻', '日本', 'שלום', '\u200b', '---', '***', '===', '(', '...', 'word', ' '],
);
const document = fc
  .array(fc.oneof({ weight: 4, arbitrary: sign }, fc.string({ unit: 'binary', maxLength: 5 })), {
    maxLength: 40,
  })
  .map((parts) => parts.join(''));

test('any text is rendered, as balanced HTML that leads nowhere unsafe', () => {
  fc.assert(
    fc.property(document, (source) => {
      const { html, text, markdown } = render(source);
      expect(unbalanced(html)).toBeNull();
      for (const [, href] of html.matchAll(/ href="([^"]*)"/g)) {
        expect(href).toMatch(/^(?:https?:\/\/|mailto:)/i);
      }
      expect(html).not.toMatch(
        /<(?!\/?(?:p|a|em|strong|s|code|sup|ul|ol|li|blockquote|h\d|br|hr|img|table|tr|td)[ >])/,
      );
      expect(html).not.toMatch(/\p{Surrogate}|\0/u);
      expect(text).not.toMatch(/\p{Surrogate}|\0/u);
      for (const line of text.split('\n')) {
        if (line.trim() !== '' && !/^[> \d.-]+$/.test(line))
          expect(line).toBe(line.replace(/ +$/, ''));
      }
      for (const { offset, length } of [
        ...markdown.problems,
        ...markdown.links,
        ...markdown.images,
      ]) {
        expect(length).toBeGreaterThan(0);
        expect(offset + length).toBeLessThanOrEqual(Math.max(source.length, 1));
        expect(source.slice(offset, offset + length)).not.toMatch(/[\r\n]/);
      }
    }),
    { numRuns: 3_000 },
  );
});

test('the place of each link holds its address as it is written', () => {
  const engine = createEngine();
  fc.assert(
    fc.property(document, (source) => {
      for (const { url, offset, length } of parse(source).links) {
        const written = source.slice(offset, offset + length).replaceAll('\0', '\uFFFD');
        const read = engine.normalizeLink(engine.utils.unescapeAll(written));
        const autolink = engine.normalizeLink(written);
        expect([read, autolink, `mailto:${read}`]).toContain(url);
      }
    }),
    { numRuns: 3_000 },
  );
});

test('both renderings lead to the same addresses', () => {
  const url = fc.constantFrom(
    'https://a.example',
    'https://a.example/b?c=d&e=f',
    'http://b.example/%20x',
    'mailto:a@b.example',
  );
  const piece = fc.oneof(
    url.map((address) => `[text](${address})`),
    url.map((address) => `<${address}>`),
    url.map((address) => `[![alt](p.png)](${address} "title")`),
    url.map((address) => `**[a *b*](<${address}>)**`),
    fc.constantFrom('https://c.example/bare', '[ref]', 'note^[see [n](https://d.example)]', 'word'),
  );
  const line = fc.tuple(fc.constantFrom('', '> ', '- ', '1. ', '# ', '> - '), fc.array(piece));
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const body = lines.map(([marker, pieces]) => marker + pieces.join(' ')).join('\n\n');
      const { html, text, links } = render(`${body}\n\n[ref]: https://r.example`);
      const inHtml = [...html.matchAll(/ href="([^"]*)"/g)].map(([, href]) => bare(href ?? ''));
      const inText = [
        ...links.map(({ url: address }) => bare(address)),
        ...[...text.matchAll(/https?:\/\/[^\s)]+|\S+@b\.example/g)].map(([address]) => address),
      ];
      expect(new Set(inText)).toEqual(new Set(inHtml));
    }),
    { numRuns: 500 },
  );
});

test('both renderings say the same words', () => {
  const source =
    '# Title\n\nSome *words* and `code` with [a link](https://x.example), "quoted".\n\n- one\n- two\n\n> said\n\n```\nconst x = 1;\n```\n\n![A bridge](a.png "At dawn")\n\nEnd[^1].\n\n[^1]: The note.';
  const { html, text } = render(source);
  const fromHtml = html
    .replace(/<img[^>]* alt="([^"]*)"[^>]* title="([^"]*)"[^>]*>/g, ' $1 $2 ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&nbsp;', ' ');
  const words = (value: string) => value.match(/[\p{L}]+/gu);
  expect(words(text.replaceAll('Image:', ''))).toEqual(words(fromHtml));
});

test.each([
  ['opening brackets', '['.repeat(20_000)],
  ['images in images', `${'!['.repeat(3_000)}a${'](x)'.repeat(3_000)}`],
  ['notes in notes', `${'^['.repeat(3_000)}a${']'.repeat(3_000)}`],
  ['half emphasis', '*a _b '.repeat(10_000)],
  ['code that never ends', 'a`'.repeat(20_000)],
  ['quotes in quotes', `${'> '.repeat(5_000)}a`],
  ['lists in lists', `${'- '.repeat(5_000)}a`],
  ['half links', '[a](b'.repeat(10_000)],
  ['half addresses', 'https://('.repeat(5_000)],
  ['merge tags that never end', '{{ a '.repeat(10_000)],
  ['straight quotes', '"a \'b '.repeat(10_000)],
  ['one long word', 'x'.repeat(1_000_000)],
  ['definitions', '[^a]: '.repeat(2_000)],
])('a flood of %s takes no long time', async (_, source) => {
  expect(await processorTime(() => render(source))).toBeLessThan(5_000);
});

/** The first tag that is closed wrongly, or null. */
function unbalanced(html: string): string | null {
  const open: string[] = [];
  for (const [tag, slash, name = ''] of html.matchAll(/<(\/?)([a-z]\w*)[^>]*>/g)) {
    if (['br', 'hr', 'img'].includes(name)) continue;
    if (slash === '') open.push(name);
    else if (open.pop() !== name) return tag;
  }
  return open[0] ?? null;
}

/** As the plain text shows it: without `mailto:`, and with its signs instead of entities. */
function bare(url: string): string {
  return url.replaceAll('&amp;', '&').replace(/^mailto:/, '');
}
