import { escapeHtml } from '../text/escape-html.ts';
import { attribute, look } from './attributes.ts';
import type { HtmlOptions, MarkdownElement } from './html-options.ts';
import type { Block, Image, Inline, Markdown } from './markdown.ts';
import { renderCodeHtml } from './render-code.ts';

/**
 * The HTML of a text for mail clients: every look is inline, lists, quotes and headings are real,
 * footnotes stand at the end, and nothing of the author's can become markup.
 */
export function renderMarkdownHtml(markdown: Markdown, options: HtmlOptions): string {
  const numbers = markdown.notes.map(() => options.footnotes.next());
  const scope: Scope = {
    options,
    numbers,
    path: attribute('data-path', options.path ?? ''),
    inList: false,
  };
  const hasNotes = numbers.length > 0;
  return (
    renderBlocks(markdown.blocks, scope, !hasNotes && (options.closes ?? true)) +
    (hasNotes ? renderNotes(markdown, scope) : '')
  );
}

// --- internal ---

interface Scope {
  readonly options: HtmlOptions;
  readonly numbers: readonly number[];
  /** ` data-path="…"` on the topmost elements, else empty. */
  readonly path: string;
  readonly inList: boolean;
}

/** `closes` is true when nothing follows these blocks in their container. */
function renderBlocks(blocks: readonly Block[], scope: Scope, closes: boolean): string {
  let html = '';
  blocks.forEach((block, index) => {
    html += renderBlock(block, scope, closes && index === blocks.length - 1);
  });
  return html;
}

function renderBlock(block: Block, scope: Scope, last: boolean): string {
  const { options, path } = scope;
  switch (block.kind) {
    case 'paragraph': {
      const text = renderInlines(block.children, scope);
      return block.tight ? text : element('p', 'paragraph', text, scope, last);
    }
    case 'heading': {
      const level = Math.min(6, options.headingLevel + block.depth) as 2 | 3 | 4 | 5 | 6;
      return element(
        `h${level}`,
        `heading${level}`,
        renderInlines(block.children, scope),
        scope,
        last,
      );
    }
    case 'quote':
      return element(
        'blockquote',
        'quote',
        renderBlocks(block.children, within(scope), true),
        scope,
        last,
      );
    case 'list': {
      const start = block.start === null || block.start === 1 ? '' : ` start="${block.start}"`;
      const name = block.start === null ? 'ul' : 'ol';
      const style = look(options, scope.inList ? 'sublist' : 'list', last);
      return `<${name}${start}${style}${path}>${renderItems(block.items, 'item', scope)}</${name}>`;
    }
    case 'code':
      return renderCodeHtml(block, path === '' ? { ...options, path: undefined } : options, last);
    case 'rule':
      return `<hr${look(options, 'rule', last)}${path}>`;
  }
}

function element(
  name: string,
  key: MarkdownElement,
  content: string,
  scope: Scope,
  last: boolean,
): string {
  return `<${name}${look(scope.options, key, last)}${scope.path}>${content}</${name}>`;
}

function renderItems(
  items: readonly (readonly Block[])[],
  key: 'item' | 'footnote',
  scope: Scope,
): string {
  const inside = { ...within(scope), inList: true };
  return items
    .map((item, index) => {
      const style = look(scope.options, key, index === items.length - 1);
      return `<li${style}>${renderBlocks(item, inside, true)}</li>`;
    })
    .join('');
}

/** Mail clients don't follow a link within the mail, so the numbers are no links. */
function renderNotes(markdown: Markdown, scope: Scope): string {
  const first = scope.numbers[0] ?? 1;
  const start = first === 1 ? '' : ` start="${first}"`;
  const style = look(scope.options, 'footnotes', scope.options.closes ?? true);
  const notes = markdown.notes.map((note) => {
    const [only] = note;
    return note.length === 1 && only?.kind === 'paragraph' ? [{ ...only, tight: true }] : note;
  });
  return `<ol${start}${style}${scope.path}>${renderItems(notes, 'footnote', scope)}</ol>`;
}

function within(scope: Scope): Scope {
  return scope.path === '' ? scope : { ...scope, path: '' };
}

function renderInlines(inlines: readonly Inline[], scope: Scope): string {
  let html = '';
  for (const inline of inlines) html += renderInline(inline, scope);
  return html;
}

function renderInline(inline: Inline, scope: Scope): string {
  const { options } = scope;
  switch (inline.kind) {
    case 'text':
      return escapeHtml(inline.text);
    case 'break':
      return '<br>';
    case 'code':
      return `<code${look(options, 'code', false)}>${escapeHtml(inline.code)}</code>`;
    case 'strong':
      return `<strong>${renderInlines(inline.children, scope)}</strong>`;
    case 'emphasis':
      return `<em>${renderInlines(inline.children, scope)}</em>`;
    case 'strike':
      return `<s>${renderInlines(inline.children, scope)}</s>`;
    case 'link': {
      const attributes = attribute('href', inline.url) + attribute('title', inline.title);
      const content = renderInlines(inline.children, scope);
      return `<a${attributes}${look(options, 'link', false)}>${content}</a>`;
    }
    case 'image':
      return renderImage(inline, options);
    case 'mark':
      return `<sup${look(options, 'mark', false)}>${scope.numbers[inline.note] ?? ''}</sup>`;
  }
}

function renderImage(image: Image, options: HtmlOptions): string {
  const shown = options.image(image.src, image.alt);
  const height = shown.height === null ? '' : ` height="${shown.height}"`;
  const width = `max-width:${shown.width}px`;
  return (
    `<img src="${escapeHtml(shown.src)}" alt="${escapeHtml(image.alt)}" width="${shown.width}"` +
    `${height}${attribute('title', image.title)}${look(options, 'image', false, width)}>`
  );
}
