import type { Token } from 'markdown-it';
import type { Inline, Piece } from './markdown.ts';
import type { BlockText } from './places.ts';

/** What happens to the pieces of a text that need more than their token. */
export interface InlineReader {
  /** Null refuses the link: its text stays. */
  link(token: Token, block: BlockText, next: Token | undefined): LinkTarget | null;
  /** Null refuses the image: its `alt` stays, as text. */
  image(token: Token, block: BlockText, alt: string): Inline;
  /** The index of the footnote that a mark refers to. */
  mark(token: Token, block: BlockText): number;
  /** Called when a link has been read, with what stands in it. */
  linked(target: LinkTarget, children: readonly Inline[]): void;
}

export interface LinkTarget {
  readonly url: string;
  readonly title: string;
  readonly piece: Piece;
}

/** Turns the inline tokens of one block into a tree; neighbouring texts become one. */
export function readInlines(
  tokens: readonly Token[],
  block: BlockText,
  reader: InlineReader,
): readonly Inline[] {
  const root: Inline[] = [];
  const open: Open[] = [{ kind: 'root', children: root }];
  tokens.forEach((token, index) => {
    const { children } = open.at(-1) ?? { children: root };
    const next = tokens[index + 1];
    switch (token.type) {
      case 'text':
      case 'text_special':
        pushText(children, token.content);
        break;
      case 'softbreak':
        pushText(children, standsBetweenIdeographs(children, next) ? '' : ' ');
        break;
      case 'hardbreak':
        children.push({ kind: 'break' });
        break;
      case 'code_inline':
        children.push({ kind: 'code', code: token.content });
        break;
      case 'image':
        children.push(reader.image(token, block, altOf(token.children ?? [])));
        break;
      case 'footnote_ref':
        children.push({ kind: 'mark', note: reader.mark(token, block) });
        break;
      case 'link_open':
        open.push({ kind: 'link', target: reader.link(token, block, next), children: [] });
        break;
      case 'strong_open':
        open.push({ kind: 'strong', children: [] });
        break;
      case 'em_open':
        open.push({ kind: 'emphasis', children: [] });
        break;
      case 's_open':
        open.push({ kind: 'strike', children: [] });
        break;
      default:
        if (token.nesting === -1 && open.length > 1) close(open, reader);
    }
  });
  return root;
}

/** What a reader sees of a text, without its marks. `alts` says whether images count. */
export function plainText(inlines: readonly Inline[], alts: boolean): string {
  let text = '';
  for (const inline of inlines) {
    if (inline.kind === 'text') text += inline.text;
    else if (inline.kind === 'break') text += ' ';
    else if (inline.kind === 'code') text += inline.code;
    else if (inline.kind === 'image') text += alts ? inline.alt : '';
    else if (inline.kind !== 'mark') text += plainText(inline.children, alts);
  }
  return text;
}

// --- internal ---

type Open =
  | { readonly kind: 'root' | 'strong' | 'emphasis' | 'strike'; readonly children: Inline[] }
  | { readonly kind: 'link'; readonly target: LinkTarget | null; readonly children: Inline[] };

function close(open: Open[], reader: InlineReader): void {
  const done = open.pop();
  const parent = open.at(-1);
  if (done === undefined || parent === undefined || done.kind === 'root') return;
  if (done.kind !== 'link') {
    parent.children.push({ kind: done.kind, children: done.children });
  } else if (done.target === null) {
    for (const child of done.children) {
      if (child.kind === 'text') pushText(parent.children, child.text);
      else parent.children.push(child);
    }
  } else {
    const { url, title } = done.target;
    const shown = plainText(done.children, true).trim() !== '' || done.children.some(isImage);
    // A link without a word in it would be lost.
    const children = shown ? done.children : [{ kind: 'text', text: url } as const];
    reader.linked(done.target, children);
    parent.children.push({ kind: 'link', url, title, children });
  }
}

function isImage(inline: Inline): boolean {
  return inline.kind === 'image' || ('children' in inline && inline.children.some(isImage));
}

function pushText(children: Inline[], text: string): void {
  const last = children.at(-1);
  if (last?.kind === 'text')
    children[children.length - 1] = { kind: 'text', text: last.text + text };
  else if (text !== '') children.push({ kind: 'text', text });
}

/** A line break in Chinese or Japanese source is no space in the text. */
function standsBetweenIdeographs(children: readonly Inline[], next: Token | undefined): boolean {
  const last = children.at(-1);
  if (last?.kind !== 'text' || next?.type !== 'text') return false;
  return ideograph.test(last.text.slice(-1)) && ideograph.test(next.content.charAt(0));
}

const ideograph = /[\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff60]/;

function altOf(tokens: readonly Token[]): string {
  return tokens
    .map((token) => (token.type.endsWith('break') ? ' ' : token.content))
    .join('')
    .trim();
}
