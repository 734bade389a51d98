import type { Token } from 'markdown-it';
import { MAX_NESTING } from './engine.ts';
import type { Block, Inline, MarkdownCode } from './markdown.ts';
import type { BlockText } from './places.ts';

/** What happens to the pieces of a text that need more than their token. */
export interface BlockReader {
  inlines(tokens: readonly Token[], block: BlockText): readonly Inline[];
  code(code: MarkdownCode, token: Token): void;
  /** A footnote's definition; it stands in no block. `inside` is its first token. */
  note(label: string, blocks: readonly Block[], inside: Token | undefined): void;
  /** Quotes or lists were nested so deep that what stands in them was not read. */
  tooDeep(token: Token): void;
}

/** Turns markdown-it's flat list of tokens into a tree. */
export function readBlocks(tokens: readonly Token[], reader: BlockReader): readonly Block[] {
  const levels: number[] = [];
  let at = 0;

  /** Reads up to the token that closes the container, and past it. */
  const container = (): Block[] => {
    const blocks: Block[] = [];
    for (let token = tokens[at]; token !== undefined; token = tokens[at]) {
      at++;
      if (token.nesting === -1) break;
      const block = read(token);
      if (block !== null) blocks.push(block);
    }
    return blocks;
  };

  const text = (): readonly Inline[] => {
    const inline = tokens[at];
    // The text and the token that closes the paragraph or heading.
    at += 2;
    if (inline?.type !== 'inline') return [];
    const block = { lines: inline.map ?? [0, 0], content: inline.content, base: 0 } as const;
    return reader.inlines(inline.children ?? [], block);
  };

  const read = (token: Token): Block | null => {
    if (isContainer(token) && token.level >= MAX_NESTING - 1) reader.tooDeep(token);
    switch (token.type) {
      case 'paragraph_open':
        return { kind: 'paragraph', tight: token.hidden, children: text() };
      case 'heading_open':
        return {
          kind: 'heading',
          depth: depthOf(Number(token.tag.slice(1)), levels),
          children: text(),
        };
      case 'blockquote_open':
        return { kind: 'quote', children: container() };
      case 'bullet_list_open':
        return { kind: 'list', start: null, items: items() };
      case 'ordered_list_open':
        return { kind: 'list', start: Number(token.attrGet('start') ?? 1), items: items() };
      case 'fence':
      case 'code_block':
        return readCode(token);
      case 'hr':
        return { kind: 'rule' };
      case 'footnote_reference_open': {
        const inside = tokens[at];
        reader.note(String(token.meta?.['label']), container(), inside);
        return null;
      }
      default:
        return null;
    }
  };

  const items = (): Block[][] => {
    const list: Block[][] = [];
    while (tokens[at]?.type === 'list_item_open') {
      const item = tokens[at++];
      if (item !== undefined && item.level >= MAX_NESTING - 1) reader.tooDeep(item);
      list.push(container());
    }
    at++;
    return list;
  };

  const readCode = (token: Token): Block => {
    const code = {
      code: token.content.replace(/\n$/, ''),
      language: languageOf(token).toLowerCase(),
    };
    reader.code(code, token);
    return { kind: 'code', ...code };
  };

  return container();
}

/** The first word after a fence; what follows it in braces or after a space is not for us. */
export function languageOf(token: Token): string {
  return /^\s*([^\s{]+)/.exec(token.info)?.[1] ?? '';
}

// --- internal ---

function isContainer(token: Token): boolean {
  return token.type === 'blockquote_open' || token.type === 'footnote_reference_open';
}

/** The depth of a heading by the ones before it: one more than the nearest of a higher level. */
function depthOf(level: number, levels: number[]): number {
  while ((levels.at(-1) ?? 0) >= level) levels.pop();
  levels.push(level);
  return levels.length - 1;
}
