/** What a piece of HTML is. */
export type HtmlRole = 'text' | 'tag' | 'attribute' | 'value' | 'comment' | 'style';

export interface HtmlRun {
  readonly text: string;
  readonly role: HtmlRole;
}

/** A line of HTML as it is shown: all runs of all lines together are the HTML. */
export interface HtmlLine {
  /** How many elements it stands in. */
  readonly depth: number;
  readonly runs: readonly HtmlRun[];
}

/** Divides HTML to a line a tag; text stays with the tag before it. Nothing is left out. */
export function splitHtml(html: string): readonly HtmlLine[] {
  const lines: OpenLine[] = [];
  let depth = 0;
  let inStyle = false;
  for (const { 0: piece } of html.matchAll(pieces)) {
    const { name, closes } = readTag(piece);
    if (closes) depth = Math.max(0, depth - 1);
    const last = lines.at(-1);
    if (inStyle && !closes) lines.push(...rulesOf(piece, depth));
    else if (last !== undefined && staysOnLine(piece, last, inStyle))
      last.runs.push(...runsOf(piece));
    else lines.push({ depth, runs: runsOf(piece) });
    inStyle = name === 'style' && !closes;
    if (name !== null && !closes && !empty.has(name) && !piece.endsWith('/>')) depth++;
  }
  return lines;
}

// --- internal ---

interface OpenLine {
  readonly depth: number;
  readonly runs: HtmlRun[];
}

/** A comment, a tag, or text up to the next of them. */
const pieces = /<!--[\s\S]*?-->|<(?:"[^"]*"|'[^']*'|[^<>"'])*>|<|[^<]+/g;

const empty = new Set(['area', 'base', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'wbr']);

function readTag(piece: string): { readonly name: string | null; readonly closes: boolean } {
  const [, slash = '', name] = /^<(\/?)([a-z][^\s/>]*)/i.exec(piece) ?? [];
  return { name: name?.toLowerCase() ?? null, closes: slash === '/' };
}

/** Text does, and the tag that closes the line's one element: `<td></td>`, `<p>One line.</p>`. */
function staysOnLine(piece: string, line: OpenLine, inStyle: boolean): boolean {
  if (inStyle) return line.runs[0]?.text === '<style';
  const { name, closes } = readTag(piece);
  if (name === null) return !/^<[!?]/.test(piece);
  const opened = line.runs.filter(({ role, text }) => role === 'tag' && /^<[a-z]/i.test(text));
  return closes && opened.length === 1 && opened[0]?.text.slice(1).toLowerCase() === name;
}

/** A line a rule; the closing brace of a media query stays with its last one. */
function rulesOf(css: string, depth: number): OpenLine[] {
  const rules = css.match(/[^{}]*\{[^{}]*\}+|[^{}]*\{|[^{}]+|\}/g) ?? [css];
  return rules.map((text) => ({ depth, runs: [{ text, role: 'style' }] }));
}

function runsOf(piece: string): HtmlRun[] {
  if (/^<[!?]/.test(piece)) return [{ text: piece, role: 'comment' }];
  if (readTag(piece).name === null) return [{ text: piece, role: 'text' }];
  const start = /^<\/?[^\s/>]+/.exec(piece)?.[0] ?? '';
  const runs: HtmlRun[] = [{ text: start, role: 'tag' }];
  for (const [text] of piece.slice(start.length).matchAll(attributes)) {
    if (/^\/?>$/.test(text)) runs.push({ text, role: 'tag' });
    else runs.push({ text, role: text.startsWith('=') ? 'value' : 'attribute' });
  }
  return runs;
}

const attributes = /\/?>|=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)|[^=>]+?(?=\/?>|=)|[\s\S]/g;
