import type { HtmlOptions } from '../../markdown/html-options.ts';
import type { Markdown } from '../../markdown/markdown.ts';
import { renderMarkdownHtml } from '../../markdown/render-html.ts';
import { renderMarkdownText } from '../../markdown/render-text.ts';
import { hang } from '../../text/wrap-text.ts';
import { textWidth } from '../text-helpers.ts';
import type { Html, ProseView } from '../view-schema.ts';
import type { SectionContext } from './context.ts';
import { fitPicture } from './picture.ts';

/** Markdown of the issue in its two renderings; `path` is the field it came from. */
export function viewProse(text: string, path: string, context: SectionContext): ProseView {
  const markdown = parsed(text, context);
  const html = proseHtml(markdown, path, context, false);
  return { path, html, text: proseText(markdown, context) };
}

/** The same for what fills a box of its own: nothing follows it, so it ends without a margin. */
export function viewBoxedProse(text: string, path: string, context: SectionContext): ProseView {
  const markdown = parsed(text, context);
  const html = proseHtml(markdown, path, context, true);
  return { path, html, text: proseText(markdown, context) };
}

/** The same for a quotation: in the plain text each line stands behind `> `. */
export function viewQuotedProse(text: string, path: string, context: SectionContext): ProseView {
  const markdown = parsed(text, context);
  const html = proseHtml(markdown, path, context, true);
  return { path, html, text: hang(proseText(markdown, context, textWidth - 2), '> ', '> ') };
}

// --- internal ---

function parsed(text: string, { input }: SectionContext): Markdown {
  const markdown = input.markdown.get(text);
  if (markdown === undefined) throw new Error('The issue was rendered with Markdown of another.');
  return markdown;
}

function proseHtml(
  markdown: Markdown,
  path: string,
  context: SectionContext,
  closes: boolean,
): Html {
  const { input, headingLevel, htmlFootnotes, pictureWidth } = context;
  const options: HtmlOptions = {
    ...context.looks,
    headingLevel,
    closes,
    footnotes: htmlFootnotes,
    highlight: input.highlight,
    image: (src) => fitPicture(input.picture(src), pictureWidth),
    path: input.trace ? path : undefined,
  };
  return renderMarkdownHtml(markdown, options) as Html;
}

function proseText(markdown: Markdown, context: SectionContext, width = textWidth): string {
  const { links, textFootnotes: footnotes } = context;
  return renderMarkdownText(markdown, { width, links, footnotes });
}
