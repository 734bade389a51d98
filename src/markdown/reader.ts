import type { Token } from 'markdown-it';
import { checkImage, checkLink, isPath } from './check-address.ts';
import type { Footnotes } from './engine.ts';
import type {
  Block,
  Inline,
  MarkdownCode,
  MarkdownImage,
  MarkdownLink,
  MarkdownProblem,
  Piece,
} from './markdown.ts';
import type { BlockText, Places } from './places.ts';
import {
  missingAlt,
  refusedImage,
  refusedLink,
  duplicateNote,
  table,
  tooDeep,
  unclosedFence,
  unknownNote,
  unusedNote,
} from './problem-texts.ts';
import type { ProblemText } from './problem-texts.ts';
import { languageOf } from './read-blocks.ts';
import type { BlockReader } from './read-blocks.ts';
import { plainText, readInlines } from './read-inlines.ts';
import type { InlineReader } from './read-inlines.ts';
import { smartenText, smartMarks } from './smarten.ts';
import type { SmartOptions } from './smarten.ts';
import { smartenTokens } from './smarten-tokens.ts';

/** Collects what a text holds and what is wrong with it while its tree is read. */
export interface Reader {
  readonly blocks: BlockReader;
  readonly links: readonly MarkdownLink[];
  readonly images: readonly MarkdownImage[];
  readonly codes: readonly (MarkdownCode & Piece)[];
  readonly problems: readonly MarkdownProblem[];
  /** The footnotes in the order of their marks, once all blocks have been read. */
  notes(): readonly (readonly Block[])[];
}

export function createReader(places: Places, footnotes: Footnotes, options: SmartOptions): Reader {
  const links: MarkdownLink[] = [];
  const images: MarkdownImage[] = [];
  const codes: (MarkdownCode & Piece)[] = [];
  const problems: MarkdownProblem[] = [];
  const definedNotes = new Map<string, readonly Block[]>();
  const inlineNotes = new Map<number, readonly Block[]>();
  const marks = smartMarks(options);

  const report = (piece: Piece, problem: ProblemText): void => {
    problems.push({ ...problem, offset: piece.offset, length: piece.length });
  };
  const titleOf = (token: Token): string =>
    smartenText(String(token.attrGet('title') ?? ''), options);

  const inlines = (tokens: readonly Token[], block: BlockText): readonly Inline[] => {
    if (marks !== null) smartenTokens(tokens, marks);
    reportUnknownNotes(tokens, block);
    reportTable(block);
    return readInlines(tokens, block, inlineReader);
  };

  const inlineReader: InlineReader = {
    link(token, block, next) {
      const url = String(token.attrGet('href') ?? '');
      const piece = places.address(token, block, next);
      const refusal = checkLink(url);
      if (refusal === null) return { url, title: titleOf(token), piece };
      report(piece, refusedLink(refusal));
      return null;
    },
    linked({ url, piece }, children) {
      links.push({ url, text: plainText(children, true), ...piece });
    },
    image(token, block, written) {
      const alt = smartenText(written, options);
      const src = String(token.attrGet('src') ?? '');
      const piece = places.address(token, block, undefined);
      const refusal = checkImage(src);
      if (refusal !== null) {
        report(piece, refusedImage(refusal));
        return { kind: 'text', text: alt };
      }
      if (alt === '') report(places.label(token, block), missingAlt);
      const image = { src: isPath(src) ? decodePath(src) : src, alt };
      images.push({ ...image, ...piece });
      return { kind: 'image', ...image, title: titleOf(token) };
    },
    mark(token, block) {
      const id = Number(token.meta?.['id']);
      const written = footnotes.list?.[id]?.tokens;
      if (written !== undefined && !inlineNotes.has(id)) {
        // Past the `^[` that the note begins with.
        const base = block.base + (token.map?.[0] ?? 0) + 2;
        const children = inlines(written, { ...block, base });
        inlineNotes.set(id, [{ kind: 'paragraph', tight: false, children }]);
      }
      return id;
    },
  };

  const reportUnknownNotes = (tokens: readonly Token[], block: BlockText): void => {
    for (const { type, content } of tokens) {
      if (type !== 'text' || !content.includes('[^')) continue;
      for (const [mark] of content.matchAll(/\[\^[\w-]+\]/g)) {
        const piece = places.inBlock(block, block.content.indexOf(mark, block.base), mark.length);
        report(piece, unknownNote(mark));
      }
    }
  };

  const reportTable = (block: BlockText): void => {
    // A note in a line is a part of a block that was looked at as a whole.
    if (block.base > 0 || !block.content.includes('|')) return;
    const lines = block.content.split('\n');
    const rule = lines.findIndex(
      (line, index) => isTableRule(line) && (lines[index - 1] ?? '').includes('|'),
    );
    if (rule > 0) report(places.inLine(block.lines[0] + rule - 1, lines[rule - 1] ?? ''), table);
  };

  const blocks: BlockReader = {
    inlines,
    code(code, token) {
      const [first, end] = token.map ?? [0, 0];
      const fence = places.inLine(first, token.markup + token.info);
      const word = code.language === '' ? null : places.inLine(first, languageOf(token), fence);
      codes.push({ ...code, ...(word ?? places.inLine(first, token.markup)) });
      // The fences take a line each; one line missing is the fence that closes.
      const inside = token.content.match(/\n|[^\n]$/g)?.length ?? 0;
      const closed = token.type !== 'fence' || end - first - 1 > inside;
      if (closed) return;
      const isLast = places.isLast(end);
      report(places.inLine(first, token.markup), unclosedFence(token.markup, isLast));
    },
    note(label, children, inside) {
      const mark = `[^${label}]:`;
      const place = () => places.inLine(places.lineWith(mark, inside?.map?.[0] ?? 0), mark);
      if (definedNotes.has(label)) {
        report(place(), duplicateNote(label));
        return;
      }
      definedNotes.set(label, children);
      if ((footnotes.refs?.[`:${label}`] ?? -1) < 0) report(place(), unusedNote(label));
    },
    tooDeep(token) {
      if (problems.some((problem) => problem.code === 'nested-too-deeply')) return;
      report(places.inLine(token.map?.[0] ?? 0, ''), tooDeep);
    },
  };

  const notes = () =>
    (footnotes.list ?? []).map(
      ({ label }, id) => inlineNotes.get(id) ?? definedNotes.get(label ?? '') ?? [],
    );

  return { blocks, links, images, codes, problems, notes };
}

// --- internal ---

/** The line under the head of a table: `| --- | :-: |`. */
function isTableRule(line: string): boolean {
  return /^[|:\- \t]+$/.test(line) && line.includes('|') && line.includes('-');
}

/** `my%20photo.png` names the file `my photo.png`; what is no encoding stays. */
function decodePath(src: string): string {
  try {
    return decodeURIComponent(src);
  } catch {
    return src;
  }
}
