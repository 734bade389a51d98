import { Lexer } from 'yaml';
import type { FoundComment } from '../found-comment.ts';

/** The comments of a YAML file, whatever else is in it. */
export function findYamlComments(text: string): readonly FoundComment[] {
  const found: FoundComment[] = [];
  let at = 0;
  let isScalar = false;
  for (const token of new Lexer().lex(text)) {
    // The lexer's own signs, before a document and a scalar, stand for no text.
    const follows = isScalar;
    isScalar = token === '\u001f';
    if (isScalar || token === '\u0002' || token === '\u0018') continue;
    const start = text.indexOf(token, at);
    if (start === -1) continue;
    at = start + token.length;
    if (token.startsWith('#') && !follows) found.push({ start, end: at, text: token.slice(1) });
  }
  return found;
}
