import MarkdownIt from 'markdown-it';
import type { Env, MarkdownIt as Engine, ParserInline, StateInline, Token } from 'markdown-it';
import footnotes from 'markdown-it-footnote';

/** What the parser leaves beside its tokens. */
export interface EngineNotes extends Env {
  /** The reference definitions (`[label]: address`) with their lines. */
  definitions?: readonly Token[];
  footnotes?: Footnotes;
  /** How many texts inside texts (notes, descriptions of images) are being read. */
  depth?: number;
}

export interface Footnotes {
  /** One for each note, in the order of the first marks; inline notes have their tokens here. */
  list?: { readonly label?: string; readonly tokens?: readonly Token[] }[];
  /** By `:label`; -1 for a note that is never referred to. */
  readonly refs?: Readonly<Record<string, number>>;
}

/** Quotes or lists nested deeper than this are not read, and reported. */
export const MAX_NESTING = 40;

/**
 * markdown-it with Galley's dialect: CommonMark, strikethrough, footnotes, bare `http://` and
 * `https://` addresses; no tables, no raw HTML. It lets every address through, so that a refused
 * one can be reported instead of dropped. A `link_open`, `image` or `footnote_ref` token has in
 * `map` its place in the text of its block: where it begins, and for a link where its label ends.
 */
export function createEngine(): Engine {
  const engine = new MarkdownIt({ linkify: true, maxNesting: MAX_NESTING });
  engine.use(footnotes);
  engine.disable(['table', 'html_block', 'html_inline']);
  // Bare addresses are found by the inline rule; texts are joined and notes are placed by the tree.
  engine.core.ruler.disable([
    'linkify',
    'replacements',
    'smartquotes',
    'footnote_tail',
    'text_join',
  ]);
  engine.core.ruler.before('strip_references', 'keep_definitions', (state) => {
    if (state.env.references === undefined) return;
    state.env['definitions'] = state.tokens.filter(
      (token) => token.type === 'reference_definition',
    );
  });
  engine.inline.ruler.before('linkify', 'literal', literal);
  engine.inline.ruler.at('footnote_inline', inlineNote);
  engine.inline.State = PlacedState;
  engine.inline.parse = parseToDepth(engine.inline.parse.bind(engine.inline));
  engine.linkify.set({ fuzzyEmail: false, fuzzyLink: false, urlAuth: true });
  for (const scheme of ['ftp:', '//', 'mailto:']) engine.linkify.add(scheme, null);
  engine.validateLink = () => true;
  const normalize = engine.normalizeLink.bind(engine);
  engine.normalizeLink = (url) => (isNormalUrl(url) ? url : keepMergeTags(url, normalize(url)));
  // What a reader sees of an address is what the author wrote.
  engine.normalizeLinkText = (url) => url;
  return engine;
}

// --- internal ---

class PlacedState extends MarkdownIt.StateInline {
  override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
    const token = super.push(type, tag, nesting);
    if (type === 'link_open' || type === 'image' || type === 'footnote_ref') {
      token.map = [this.pos, this.posMax];
    }
    return token;
  }
}

/** Notes in notes in notes… are text from some depth on, before they exhaust the stack. */
function parseToDepth(parse: ParserInline['parse']): ParserInline['parse'] {
  return (source, engine, env: EngineNotes, tokens) => {
    const depth = env.depth ?? 0;
    if (depth >= MAX_NESTING) {
      const text = new MarkdownIt.Token('text', '', 0);
      text.content = source;
      tokens.push(text);
      return;
    }
    env.depth = depth + 1;
    parse(source, engine, env, tokens);
    env.depth = depth;
  };
}

/** `^[a note where it is referred to]`: the plugin's rule gives a note in a note the same number. */
function inlineNote(state: StateInline, silent: boolean): boolean {
  const { src, pos, md } = state;
  if (!src.startsWith('^[', pos)) return false;
  const end = md.helpers.parseLinkLabel(state, pos + 1);
  if (end < 0) return false;
  if (!silent) {
    const env: EngineNotes = state.env;
    const list = ((env.footnotes ??= {}).list ??= []);
    const tokens: Token[] = [];
    state.push('footnote_ref', '', 0).meta = { id: list.length };
    list.push({ tokens });
    md.inline.parse(src.slice(pos + 2, end), md, env, tokens);
  }
  state.pos = end + 1;
  return true;
}

/** Merge tags (`{{name}}`) and keycap emoji (`*️⃣`) are text, whatever signs they hold. */
const literals = /\{\{[^{}\n]*\}\}|\*\ufe0f?\u20e3/y;

function literal(state: StateInline, silent: boolean): boolean {
  const code = state.src.charCodeAt(state.pos);
  if (code !== 0x7b && code !== 0x2a) return false;
  literals.lastIndex = state.pos;
  const found = literals.exec(state.src)?.[0];
  if (found === undefined || state.pos + found.length > state.posMax) return false;
  if (!silent) state.push('text_special', '', 0).content = found;
  state.pos += found.length;
  return true;
}

/** True for an address in which nothing is to be encoded: most of them, and much faster. */
export function isNormalUrl(url: string): boolean {
  return /^https?:\/\/[a-z0-9.-]+(?:\/(?:%[0-9A-Fa-f]{2}|[\w\-.~!$&()*+,;:=@/])*)?$/.test(url);
}

/** Percent-encoding would spoil the merge tags that an email service fills in. */
function keepMergeTags(written: string, normalized: string): string {
  if (!written.includes('{{')) return normalized;
  return normalized.replace(/%7B%7B(.*?)%7D%7D/g, (encoded) => {
    try {
      return decodeURIComponent(encoded);
    } catch {
      return encoded;
    }
  });
}
