import { suggestionHint } from '../diagnostics/suggest.ts';
import type { Piece, Text, TokenTag } from './parse/piece.ts';
import { templateError, type Report } from './problem.ts';

/** The design tokens of a theme, such as `{ accent: '#0b57d0', width: 600, dark: { … } }`. */
export interface Tokens {
  readonly [name: string]: string | number | Tokens;
}

/**
 * Fills in `{{@tokens.accent}}`. Tokens are known before any issue is, so MJML sees their values:
 * they may stand in widths, paddings, `mj-attributes` and CSS, where data can't.
 */
export function fillTokens(
  pieces: readonly Piece[],
  tokens: Tokens,
  report: Report,
): readonly Piece[] {
  const values = flatten(tokens);
  return pieces.flatMap((piece) => {
    if (piece.kind !== 'token') return [piece];
    const text = tokenText(piece, values, report);
    return text === null ? [] : [text];
  });
}

// --- internal ---

function tokenText(tag: TokenTag, values: ReadonlyMap<string, string>, report: Report) {
  const value = values.get(tag.name);
  if (value === undefined) {
    const message = `There is no design token \`${tag.name}\`.`;
    const hint = suggestionHint(tag.name, [...values.keys()]);
    report(templateError('unknown-token', tag.span, message, hint));
    return null;
  }
  if (/["<>]|\{\{/.test(value)) {
    const message = `The design token \`${tag.name}\` holds a character that would end the place it is filled into: ${value}`;
    const hint =
      'A token can’t hold `"`, `<`, `>` or `{{`; for the name of a font use single quotes.';
    report(templateError('invalid-token', tag.span, message, hint));
    return null;
  }
  const text: Text = { kind: 'text', text: value, span: tag.span };
  return text;
}

function flatten(tokens: Tokens, prefix = ''): Map<string, string> {
  const values = new Map<string, string>();
  for (const [name, value] of Object.entries(tokens)) {
    if (typeof value !== 'object') values.set(prefix + name, String(value));
    else for (const [key, text] of flatten(value, `${prefix}${name}.`)) values.set(key, text);
  }
  return values;
}
