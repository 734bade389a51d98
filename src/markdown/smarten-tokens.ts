import type { Token } from 'markdown-it';
import type { QuotationMarks } from './quotation-marks.ts';
import { findEdits, MASK, mayChange } from './smarten.ts';

/**
 * Makes the quotes and dashes of a run of inline tokens typographic, in place. The tokens are
 * read as one text, so that `"*word*"` is one quotation; code, images, addresses and what the
 * author escaped (`\"`) are left alone.
 */
export function smartenTokens(tokens: readonly Token[], marks: QuotationMarks): void {
  if (!tokens.some((token) => token.type === 'text' && mayChange(token.content))) return;
  const pieces: { readonly token: Token | null; readonly start: number }[] = [];
  let text = '';
  let address = false;
  for (const token of tokens) {
    if (token.info === 'auto') address = token.nesting === 1;
    const change = token.type === 'text' && !address;
    pieces.push({ token: change ? token : null, start: text.length });
    text += change ? token.content : standIn(token);
  }
  apply(pieces, text, findEdits(text, marks));
}

// --- internal ---

/** What the quotes beside a token see of it. */
function standIn(token: Token): string {
  if (token.type === 'softbreak' || token.type === 'hardbreak') return '\n';
  if (token.type === 'text_special') return /["'.-]/.test(token.content) ? MASK : token.content;
  return token.content === '' && token.type !== 'image' ? '' : MASK;
}

function apply(
  pieces: readonly { readonly token: Token | null; readonly start: number }[],
  text: string,
  edits: ReturnType<typeof findEdits>,
): void {
  let next = 0;
  pieces.forEach(({ token, start }, index) => {
    const end = pieces[index + 1]?.start ?? text.length;
    let content = '';
    let from = start;
    for (let edit = edits[next]; edit !== undefined && edit.start < end; edit = edits[++next]) {
      // A run of dots or dashes that goes over an edge is not one sign.
      if (token === null || edit.end > end) continue;
      content += text.slice(from, edit.start) + edit.text;
      from = edit.end;
    }
    if (token !== null && from > start) token.content = content + text.slice(from, end);
  });
}
