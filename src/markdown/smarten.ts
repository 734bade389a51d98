import { quotationMarks } from './quotation-marks.ts';
import type { QuotationMarks } from './quotation-marks.ts';

export interface SmartOptions {
  /** A BCP 47 tag: which quotation marks are used. */
  readonly language: string;
  /** False leaves every text as it is. */
  readonly smart: boolean;
}

/** A stretch of a text and what stands there instead. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Stands for what must not change (code, an address): quotes see a word there. */
export const MASK = '\ue000';

/**
 * Straight quotes, apostrophes, `--`, `---` and `...` of a plain text (a title, a subject, a
 * caption) as typographic ones, the same way as in Markdown. Addresses and `{{…}}` stay.
 */
export function smartenText(text: string, options: SmartOptions): string {
  if (!candidate.test(text)) return text;
  const marks = smartMarks(options);
  if (marks === null) return text;
  let result = '';
  let end = 0;
  for (const edit of findEdits(text, marks)) {
    result += text.slice(end, edit.start) + edit.text;
    end = edit.end;
  }
  return result + text.slice(end);
}

/** The marks to use, or null where nothing is to be changed. */
export function smartMarks(options: SmartOptions): QuotationMarks | null {
  return options.smart ? quotationMarks(options.language) : null;
}

/** True for a text that may have something to change. */
export function mayChange(text: string): boolean {
  return candidate.test(text);
}

/** What to change in a text, in order; `MASK` and addresses in it are left alone. */
export function findEdits(text: string, marks: QuotationMarks): readonly Edit[] {
  const masked = /:\/\/|\{\{/.test(text)
    ? text.replace(untouched, (match) => MASK.repeat(match.length))
    : text;
  const edits: Edit[] = [];
  for (const match of /--|\.\.\./.test(masked) ? masked.matchAll(dashOrDots) : []) {
    const [run] = match;
    const end = match.index + run.length;
    if (run.startsWith('--') && opensFlag(masked, match.index, end)) continue;
    edits.push({ start: match.index, end, text: replacements[run] ?? run });
  }
  edits.push(...findQuotes(masked, marks));
  return edits.sort((a, b) => a.start - b.start);
}

// --- internal ---

const candidate = /["']|--|\.\.\./;
/** Merge tags, and addresses without the punctuation after them. */
const untouched = /\{\{[^{}]*\}\}|[a-z][a-z0-9+.-]{0,30}:\/\/[^\s"<>]*[^\s"'<>.,;:!?()[\]{}]/gi;
const dashOrDots = /(?<![-<!])-{2,3}(?![->])|(?<![./])\.{3}(?!\.)/g;
const replacements: Readonly<Record<string, string>> = { '--': '–', '---': '—', '...': '…' };

/** `--force` that doesn't follow a word is an option of a program, not a dash. */
function opensFlag(text: string, start: number, end: number): boolean {
  if (end - start !== 2 || /^\s?$/.test(text.charAt(end))) return false;
  return !/[\p{L}\p{N}\p{M}\p{Pe}\p{Pf}.,;:!?%…\ue000]/u.test(text.charAt(start - 1));
}

type Kind = 'open' | 'close' | 'apostrophe' | 'straight';
type Side = 'gap' | 'open' | 'close' | 'word' | 'either';

function findQuotes(text: string, marks: QuotationMarks): readonly Edit[] {
  const edits: Edit[] = [];
  const open: { readonly quote: string; readonly edit: number }[] = [];
  const count: Record<string, number> = { '"': 0, "'": 0 };
  let last: { readonly at: number; readonly kind: Kind } = { at: -2, kind: 'straight' };
  for (const { 0: quote, index: at } of text.matchAll(/["']/g)) {
    const before = last.at === at - 1 ? sideOfQuote(last.kind) : sideBefore(text.charAt(at - 1));
    const isOpen = (count[quote] ?? 0) > 0;
    const kind = kindOf(text, at, before, isOpen);
    last = { at, kind };
    if (kind === 'straight') continue;
    if (kind === 'open') {
      open.push({ quote, edit: edits.length });
      count[quote] = (count[quote] ?? 0) + 1;
    }
    // What was opened inside and never closed is closed with it.
    for (let inner = isOpen && kind === 'close'; inner;) {
      const top = open.pop();
      if (top !== undefined) count[top.quote] = (count[top.quote] ?? 0) - 1;
      inner = top !== undefined && top.quote !== quote;
    }
    edits.push({ start: at, end: at + 1, text: markOf(kind, quote, marks) });
  }
  // A single quote that nothing closes is the apostrophe of a shortened word: ’sup.
  const unclosed = new Set(open.filter((each) => each.quote === "'").map((each) => each.edit));
  return edits.map((edit, index) => (unclosed.has(index) ? { ...edit, text: '’' } : edit));
}

function markOf(kind: Kind, quote: string, marks: QuotationMarks): string {
  const [open, close, openSingle, closeSingle] = marks;
  if (kind === 'apostrophe') return '’';
  if (quote === '"') return kind === 'open' ? open : close;
  return kind === 'open' ? openSingle : closeSingle;
}

function kindOf(text: string, at: number, before: Side, isOpen: boolean): Kind {
  const single = text.charAt(at) === "'";
  if (single && isApostrophe(text, at)) return 'apostrophe';
  const after = sideAfter(text, at + 1);
  const ends = after === 'gap' || after === 'close';
  if (!ends) {
    if (before === 'gap' || before === 'open') return 'open';
    if (before === 'close' && !isOpen) return 'open';
    if (before === 'either' && !(isOpen && after === 'either')) return 'open';
  } else if (before === 'gap' || before === 'open') {
    return 'straight';
  }
  if (isOpen) return 'close';
  // After a digit it measures something: 12" of snow.
  if (/\p{N}/u.test(text.charAt(at - 1))) return 'straight';
  return single ? 'apostrophe' : 'close';
}

/** Between two letters, before a decade (’90s), or at the start of a word known to be short. */
function isApostrophe(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  if (/[a-z]/i.test(before) && /[a-z]/i.test(text.charAt(at + 1))) return true;
  const rest = text.slice(at + 1, at + 8);
  if (/[\p{L}\p{M}]/u.test(before)) return /^[\p{L}\p{N}]/u.test(rest);
  if (/\p{N}/u.test(before)) return /^\p{L}/u.test(rest);
  return /^(?:\d\ds|n'|em|til|tis|twas|cause|bout)(?![\p{L}\p{N}])|^[kmnrst]\s/iu.test(rest);
}

/** How a quote looks to the quote that touches it. */
function sideOfQuote(kind: Kind): Side {
  if (kind === 'straight') return 'gap';
  return kind === 'open' ? 'open' : 'close';
}

/** Dashes, slashes and symbols may stand on either side of a quote. */
function sideBefore(char: string): Side {
  if (char === '' || /\s/.test(char)) return 'gap';
  if (/[a-z0-9]/i.test(char)) return 'word';
  if (/[\p{Ps}\p{Pi}]/u.test(char)) return 'open';
  if (/[\p{Pe}\p{Pf}.,;!?…]/u.test(char)) return 'close';
  return /[\p{L}\p{N}\p{M}\ue000]/u.test(char) ? 'word' : 'either';
}

/** Sees past quotes and the dots that begin a word: `"'word`, `"...and so on`. */
function sideAfter(text: string, at: number): Side {
  const next = text.slice(at, at + 8);
  if (/^(?:\s|$)/.test(next)) return 'gap';
  if (/^[a-z0-9]/i.test(next)) return 'word';
  if (/^["']*(?:\.{1,3}|…)?[\p{L}\p{N}\ue000$#@([{]/u.test(next)) return 'word';
  return /^["'\p{Pe}\p{Pf}.,;:!?…]/u.test(next) ? 'close' : 'either';
}
