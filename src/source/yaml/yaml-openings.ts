import type { CST } from 'yaml';

/** Where a text in quotes begins that ends, unclosed, at a place; null when there is none. */
export function unclosedQuote(tokens: readonly CST.Token[], end: number): number | null {
  for (const token of eachToken(tokens)) {
    if (token.type !== 'double-quoted-scalar' && token.type !== 'single-quoted-scalar') continue;
    if (token.offset + token.source.length === end) return token.offset;
  }
  return null;
}

/** Where the last bracket stands before a place that is never closed; null when there is none. */
export function unclosedBracket(tokens: readonly CST.Token[], before: number): number | null {
  let last: number | null = null;
  for (const token of eachToken(tokens)) {
    if (token.type !== 'flow-collection' || token.offset >= before) continue;
    const isClosed = token.end.some(({ type }) => /^flow-(?:map|seq)-end$/.test(type));
    if (!isClosed && (last === null || token.offset > last)) last = token.offset;
  }
  return last;
}

// --- internal ---

/** All tokens, in no order; without recursion. */
function* eachToken(tokens: readonly CST.Token[]): Generator<CST.Token> {
  const open: CST.Token[] = [...tokens];
  for (let token = open.pop(); token !== undefined; token = open.pop()) {
    yield token;
    if (token.type === 'document' && token.value) open.push(token.value);
    if (!('items' in token)) continue;
    for (const { key, value } of token.items) {
      if (key) open.push(key);
      if (value) open.push(value);
    }
  }
}
