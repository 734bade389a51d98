import { cleanText } from '../text/clean-text.ts';
import { underline } from '../text/underline.ts';
import { hang, wrapText } from '../text/wrap-text.ts';
import type { Counter } from './counter.ts';
import type { LinkList } from './link-list.ts';
import type { Block, Inline, Link, List, Markdown } from './markdown.ts';
import { plainText } from './read-inlines.ts';
import { renderCodeText } from './render-code.ts';

export interface TextOptions {
  /** Columns a line may take. */
  readonly width: number;
  /** Where the addresses of links go; the caller lists them under the section. */
  readonly links: LinkList;
  readonly footnotes: Counter;
}

/**
 * The plain text of a Markdown text, wrapped: a link is `text [1]`, an address stands once and
 * unbroken, code is indented by four columns (a blank line of it is four spaces, so that it isn't
 * taken for the end), and footnotes stand at the end.
 */
export function renderMarkdownText(markdown: Markdown, options: TextOptions): string {
  const numbers = markdown.notes.map(() => superscript(options.footnotes.next()));
  const scope: Scope = { links: options.links, numbers };
  const parts = renderBlocks(markdown.blocks, scope, options.width);
  const notes = markdown.notes.map((note, index) => {
    const mark = `${numbers[index] ?? ''} `;
    const content = renderBlocks(note, scope, options.width - mark.length).join('\n\n');
    return hang(content, mark, ' '.repeat(mark.length));
  });
  if (notes.length > 0) parts.push(notes.join('\n'));
  return parts.join('\n\n');
}

// --- internal ---

/** However deep a text is nested, its lines keep this room. */
const MIN_WIDTH = 20;

interface Scope {
  readonly links: LinkList;
  /** The marks of the footnotes. */
  readonly numbers: readonly string[];
}

function renderBlocks(blocks: readonly Block[], scope: Scope, room: number): string[] {
  const width = Math.max(room, MIN_WIDTH);
  return blocks.map((block) => renderBlock(block, scope, width)).filter((text) => text !== '');
}

function renderBlock(block: Block, scope: Scope, width: number): string {
  switch (block.kind) {
    case 'paragraph':
      return wrapText(cleanText(renderInlines(block.children, scope)), { width });
    case 'heading': {
      const text = cleanText(renderInlines(block.children, scope));
      if (text.trim() === '') return '';
      return block.depth === 0 ? underline(text, '~', width) : wrapText(text, { width });
    }
    case 'quote':
      return hang(renderBlocks(block.children, scope, width - 2).join('\n\n'), '> ', '> ');
    case 'list':
      return renderList(block, scope, width);
    case 'code':
      return renderCodeText(block.code);
    case 'rule':
      return '* * *';
  }
}

function renderList(list: List, scope: Scope, width: number): string {
  const { start, items } = list;
  const last = start === null ? '-' : `${start + items.length - 1}.`;
  const indent = last.length + 1;
  const loose = items.some((item) =>
    item.some((block) => block.kind === 'paragraph' && !block.tight),
  );
  return items
    .map((item, index) => {
      const marker = (start === null ? '-' : `${start + index}.`).padEnd(indent);
      const content = renderItem(item, scope, width - indent);
      return hang(content, marker, ' '.repeat(indent));
    })
    .join(loose ? '\n\n' : '\n');
}

/** A list follows the line it belongs to without a gap, as the author wrote it. */
function renderItem(item: readonly Block[], scope: Scope, width: number): string {
  let text = '';
  for (const [index, block] of item.entries()) {
    const [content] = renderBlocks([block], scope, width);
    if (content === undefined) continue;
    const before = item[index - 1];
    const close = before?.kind === 'paragraph' && before.tight && block.kind === 'list';
    text += (text === '' ? '' : close ? '\n' : '\n\n') + content;
  }
  return text;
}

function renderInlines(inlines: readonly Inline[], scope: Scope): string {
  let text = '';
  for (const inline of inlines) {
    const piece = renderInline(inline, scope);
    // A mark that touches an address would become a part of it.
    text += inline.kind === 'mark' && endsInAddress.test(text) ? ` ${piece}` : piece;
  }
  return text;
}

function renderInline(inline: Inline, scope: Scope): string {
  switch (inline.kind) {
    case 'text':
      return inline.text;
    case 'break':
      return '\n';
    case 'code':
      return inline.code.includes('`') ? `\`\` ${inline.code} \`\`` : `\`${inline.code}\``;
    case 'strong':
      return enclose('*', renderInlines(inline.children, scope));
    case 'emphasis':
      return enclose('_', renderInlines(inline.children, scope));
    case 'strike':
      return enclose('~', renderInlines(inline.children, scope));
    case 'link':
      return renderLink(inline, scope);
    case 'image': {
      const shown = [inline.alt, inline.title && `(${inline.title})`].filter((part) => part !== '');
      return shown.length === 0 ? '' : `[Image: ${shown.join(' ')}]`;
    }
    case 'mark':
      return scope.numbers[inline.note] ?? '';
  }
}

const endsInAddress = /:\/\/\S+$/;
const beginsWithAddress = /^[a-z][a-z0-9+.-]*:\/\//i;

function enclose(mark: string, text: string): string {
  const bare = text.trim() === '' || endsInAddress.test(text) || beginsWithAddress.test(text);
  return bare ? text : mark + text + mark;
}

function renderLink(link: Link, scope: Scope): string {
  const { url, title } = link;
  const shown = plainText(link.children, true).trim();
  if (/^mailto:/i.test(url)) {
    const address = shown.replace(/^mailto:/i, '');
    if (address === url.slice('mailto:'.length)) return address;
  }
  const text = renderInlines(link.children, scope);
  if (text.trim() === '' || isSameAddress(shown, url)) return url;
  const hint = title === '' ? '' : ` (${title})`;
  return `${text}${hint} [${scope.links.add(url)}]`;
}

/** An author may write an address in other letters than it is sent: `https://EXAMPLE.com/ä`. */
function isSameAddress(shown: string, url: string): boolean {
  if (shown === url) return true;
  if (!beginsWithAddress.test(shown) || !URL.canParse(shown)) return false;
  return URL.canParse(url) && new URL(shown).href === new URL(url).href;
}

function superscript(number: number): string {
  return String(number).replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit)));
}
