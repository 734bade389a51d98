import { createCounter } from '../../src/markdown/counter.ts';
import type { HtmlOptions } from '../../src/markdown/html-options.ts';
import { createLinkList } from '../../src/markdown/link-list.ts';
import type { NumberedLink } from '../../src/markdown/link-list.ts';
import { parseMarkdown } from '../../src/markdown/parse-markdown.ts';
import { renderMarkdownHtml } from '../../src/markdown/render-html.ts';
import { renderMarkdownText } from '../../src/markdown/render-text.ts';
import type { TextOptions } from '../../src/markdown/render-text.ts';

/** Options without any style, so that the HTML shows its structure. */
export function bareHtmlOptions(changes: Partial<HtmlOptions> = {}): HtmlOptions {
  return {
    headingLevel: 3,
    style: () => '',
    image: (src) => ({ src, width: 552, height: 276 }),
    highlight: () => null,
    codeStyles: {},
    footnotes: createCounter(),
    ...changes,
  };
}

/** The HTML of a Markdown text in English with typographic quotes. */
export function htmlOf(source: string, changes: Partial<HtmlOptions> = {}): string {
  const markdown = parseMarkdown(source, { language: 'en', smart: true });
  return renderMarkdownHtml(markdown, bareHtmlOptions(changes));
}

/** The plain text of a Markdown text, followed by the links it numbers. */
export function textOf(source: string, changes: Partial<TextOptions> = {}): string {
  const { text, links } = textAndLinksOf(source, changes);
  return [text, ...links.map(({ number, url }) => `[${number}] ${url}`)].join('\n');
}

export function textAndLinksOf(
  source: string,
  changes: Partial<TextOptions> = {},
): { readonly text: string; readonly links: readonly NumberedLink[] } {
  const markdown = parseMarkdown(source, { language: 'en', smart: true });
  const links = createLinkList();
  const options = { width: 72, links, footnotes: createCounter(), ...changes };
  const text = renderMarkdownText(markdown, options);
  return { text, links: options.links.entries() };
}
