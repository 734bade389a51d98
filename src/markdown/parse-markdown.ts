import { countWords } from '../text/count-words.ts';
import { createEngine } from './engine.ts';
import type { EngineNotes } from './engine.ts';
import type { Block, Markdown } from './markdown.ts';
import { createPlaces } from './places.ts';
import { readBlocks } from './read-blocks.ts';
import { createReader } from './reader.ts';
import { plainText } from './read-inlines.ts';
import type { SmartOptions } from './smarten.ts';

/** Parses one text after another. */
export type MarkdownParser = (source: string) => Markdown;

/**
 * A parser for texts in one language, with or without typographic quotes and dashes. Keep it:
 * making one costs more than parsing a text. It never throws; what is wrong is in `problems`.
 */
export function createMarkdownParser(options: SmartOptions): MarkdownParser {
  const engine = createEngine();
  return (source) => {
    const env: EngineNotes = {};
    const tokens = engine.parse(source, env);
    const places = createPlaces(source, engine, env.definitions ?? []);
    const reader = createReader(places, env.footnotes ?? {}, options);
    const blocks = readBlocks(tokens, reader.blocks);
    const notes = reader.notes();
    return {
      source,
      blocks,
      notes,
      links: reader.links,
      images: reader.images,
      codes: reader.codes,
      problems: reader.problems.toSorted((a, b) => a.offset - b.offset),
      words: countWords([...blocks, ...notes.flat()].map(readableText).join('\n')),
    };
  };
}

/** Parses a single text; for more than one, keep a parser. */
export function parseMarkdown(source: string, options: SmartOptions): Markdown {
  return createMarkdownParser(options)(source);
}

// --- internal ---

function readableText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return plainText(block.children, false);
    case 'quote':
      return block.children.map(readableText).join('\n');
    case 'list':
      return block.items.flat().map(readableText).join('\n');
    default:
      return '';
  }
}
