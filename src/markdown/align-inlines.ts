import type { MarkdownIt as Engine, Token } from 'markdown-it';

/** A link's stretch of a block's text. */
export interface ProseLink {
  readonly start: number;
  readonly end: number;
  /** True for an address that stands for itself. */
  readonly isBare: boolean;
}

/** Stands in the text for what is not prose: code in a line, a picture. */
export const NOT_PROSE = '\ue000';

/** What a reader reads of a block, and where in the block's own text each letter is written. */
export interface AlignedText {
  readonly text: string;
  readonly starts: readonly number[];
  readonly links: readonly ProseLink[];
}

/** Walks the inline tokens of a block beside the text that they were read from. */
export function alignInlines(
  tokens: readonly Token[],
  content: string,
  engine: Engine,
): AlignedText {
  let text = '';
  let cursor = 0;
  const starts: number[] = [];
  const links: ProseLink[] = [];
  const open: { readonly token: Token; readonly start: number }[] = [];

  const push = (units: string, at: number, step: 0 | 1): void => {
    for (let i = 0; i < units.length; i++) starts.push(at + i * step);
    text += units;
  };
  /** The next place of a text; where the cursor is, when it isn't found. */
  const find = (wanted: string): number => {
    const at = content.indexOf(wanted, cursor);
    return at === -1 ? cursor : at;
  };

  for (const token of tokens) {
    switch (token.type) {
      case 'text': {
        const at = find(token.content);
        push(token.content, at, 1);
        cursor = at + token.content.length;
        break;
      }
      case 'text_special': {
        const written = token.markup === '' ? token.content : token.markup;
        const at = find(written);
        push(token.content, at, written === token.content ? 1 : 0);
        cursor = at + written.length;
        break;
      }
      case 'softbreak':
      case 'hardbreak': {
        const at = find('\n');
        push(token.type === 'softbreak' ? ' ' : '\n', at, 0);
        cursor = at + 1;
        break;
      }
      case 'code_inline': {
        const at = find(token.markup);
        push(NOT_PROSE, at, 0);
        cursor = codeEnd(content, at, token.markup.length);
        break;
      }
      case 'image': {
        const at = token.map?.[0] ?? cursor;
        push(NOT_PROSE, at, 0);
        cursor = targetEnd(content, at + 2 + token.content.length, engine);
        break;
      }
      case 'footnote_ref':
        cursor = bracketEnd(content, (token.map?.[0] ?? cursor) + 1);
        break;
      case 'link_open':
        open.push({ token, start: text.length });
        // A bare address is found behind its scheme.
        if (token.markup !== 'linkify') cursor = token.map?.[0] ?? cursor;
        break;
      case 'link_close': {
        const link = open.pop();
        if (link === undefined) break;
        const isBare = link.token.markup !== '';
        links.push({ start: link.start, end: text.length, isBare });
        if (link.token.markup === 'autolink') cursor = find('>') + 1;
        else if (!isBare) {
          cursor = targetEnd(content, link.token.map?.[1] ?? cursor, engine);
        }
        break;
      }
      default:
        if (content.startsWith(token.markup, cursor)) cursor += token.markup.length;
    }
  }
  return { text, starts, links };
}

// --- internal ---

/** Past the run of backticks that closes the code. */
function codeEnd(content: string, at: number, length: number): number {
  const runs = /`+/g;
  runs.lastIndex = at + length;
  for (let run = runs.exec(content); run !== null; run = runs.exec(content)) {
    if (run[0].length === length) return run.index + length;
  }
  return at + length;
}

/** Past the address and title of a link or picture, whose label ends at a bracket. */
function targetEnd(content: string, labelEnd: number, engine: Engine): number {
  const after = labelEnd + 1;
  if (content.charAt(after) === '[') return bracketEnd(content, after);
  if (content.charAt(after) !== '(') return after;
  const skipSpace = (at: number) => at + (/^[ \t\n]*/.exec(content.slice(at))?.[0].length ?? 0);
  const from = skipSpace(after + 1);
  const target = engine.helpers.parseLinkDestination(content, from, content.length);
  let end = skipSpace(target.ok ? target.pos : from);
  const title = engine.helpers.parseLinkTitle(content, end, content.length);
  if (title.ok) end = skipSpace(title.pos);
  return content.charAt(end) === ')' ? end + 1 : end;
}

/** Past the bracket that closes the one at `at`, or that stands there. */
function bracketEnd(content: string, at: number): number {
  let depth = 0;
  for (let index = at; index < content.length; index++) {
    const char = content.charAt(index);
    if (char === '\\') index++;
    else if (char === '[') depth++;
    else if (char === ']' && --depth <= 0) return index + 1;
  }
  return content.length;
}
