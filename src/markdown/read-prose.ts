import type { MarkdownIt as Engine, Token } from 'markdown-it';
import type { EngineNotes } from './engine.ts';
import { createEngine } from './engine.ts';
import { createPlaces } from './places.ts';
import type { BlockText, Places } from './places.ts';
import { alignInlines } from './align-inlines.ts';
import type { AlignedText, ProseLink } from './align-inlines.ts';

/** A paragraph or heading as a reader reads it, in which every letter knows where it is written. */
export interface ProseBlock {
  readonly kind: 'paragraph' | 'heading';
  /** True in a Markdown quotation. */
  readonly isQuoted: boolean;
  /** True in a footnote. */
  readonly isNote: boolean;
  /**
   * As written: without marks and addresses, with the author's own quotes; U+E000 stands for code and
   * for a picture.
   */
  readonly text: string;
  /** Where each UTF-16 unit of the text is written in the source. */
  readonly starts: readonly number[];
  readonly links: readonly ProseLink[];
  /**
   * What follows in the same container, such as `list`, `code` or `paragraph`; null for its end, unless
   * code or a quotation follows the container: what was meant to be in it, but isn't indented.
   * Footnotes stand elsewhere, wherever they are written.
   */
  readonly next: string | null;
}

/** Reads the prose of one text after another. */
export type ProseReader = (source: string) => readonly ProseBlock[];

/** A reader of prose. Keep it: making one costs more than reading a text. */
export function createProseReader(): ProseReader {
  const engine = createEngine();
  return (source) => {
    const env: EngineNotes = {};
    const tokens = engine.parse(source, env);
    const places = createPlaces(source, engine, env.definitions ?? []);
    return readBlocks(tokens, engine, places);
  };
}

// --- internal ---

function readBlocks(tokens: readonly Token[], engine: Engine, places: Places): ProseBlock[] {
  const blocks: ProseBlock[] = [];
  let quotes = 0;
  let notes = 0;
  tokens.forEach((token, index) => {
    if (token.type === 'blockquote_open') quotes++;
    if (token.type === 'blockquote_close') quotes--;
    if (token.type === 'footnote_reference_open') notes++;
    if (token.type === 'footnote_reference_close') notes--;
    if (token.type !== 'inline') return;
    const block = { lines: token.map ?? [0, 0], content: token.content, base: 0 } as const;
    const aligned = alignInlines(token.children ?? [], block.content, engine);
    blocks.push({
      kind: tokens[index - 1]?.type === 'heading_open' ? 'heading' : 'paragraph',
      isQuoted: quotes > 0,
      isNote: notes > 0,
      text: aligned.text,
      starts: sourceOffsets(aligned, block, places),
      links: aligned.links,
      next: nameOf(afterNotes(tokens, index + 2)) ?? behindContainer(tokens, index + 2),
    });
  });
  return blocks;
}

/** What a token opens: a list of either kind is a `list`. */
function nameOf(token: Token | undefined): string | null {
  if (token === undefined || token.nesting === -1) return null;
  if (token.type.endsWith('_list_open')) return 'list';
  if (token.type === 'fence' || token.type === 'code_block') return 'code';
  return token.type.replace(/_open$/, '');
}

/** What follows the lists and quotations that end at an index, if it is code or a quotation. */
function behindContainer(tokens: readonly Token[], from: number): string | null {
  const next = tokens
    .slice(from)
    .find(({ type }) => !/^(?:list_item|.*_list|blockquote)_close$/.test(type));
  const name = nameOf(next);
  return name === 'code' || name === 'blockquote' ? name : null;
}

/** The first token from an index on that isn't part of a footnote. */
function afterNotes(tokens: readonly Token[], from: number): Token | undefined {
  let depth = 0;
  return tokens.slice(from).find(({ type }) => {
    if (type === 'footnote_reference_open') depth++;
    else if (type === 'footnote_reference_close' && depth > 0) depth--;
    else return depth === 0;
    return false;
  });
}

/** The places in the block's text as offsets in the source, line by line. */
function sourceOffsets({ starts }: AlignedText, block: BlockText, places: Places): number[] {
  const { content } = block;
  let lineStart = 0;
  let lineEnd = -1;
  let shift = 0;
  return starts.map((at) => {
    while (at > lineEnd && lineEnd < content.length) {
      lineStart = lineEnd + 1;
      const next = content.indexOf('\n', lineStart);
      lineEnd = next === -1 ? content.length : next;
      const line = content.slice(lineStart, lineEnd);
      const first = lineStart + line.length - line.trimStart().length;
      shift = places.inBlock(block, first, 1).offset - first;
    }
    return at + shift;
  });
}
