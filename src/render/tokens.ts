import * as z from 'zod/mini';
import type { Problem } from '../diagnostics/diagnostic.ts';
import { suggestionHint } from '../diagnostics/suggest.ts';
import { colour, refuse } from '../schema/fields.ts';
import { validate } from '../schema/validate.ts';

/** A value of a template's CSS: text that can't leave the declaration it stands in. */
const cssText = z.string().check((ctx) => {
  if (/^[^<>{};"\\]*$/.test(ctx.value)) return;
  refuse(ctx, 'holds a character that would end the CSS around it (one of < > { } ; " \\)', {
    code: 'invalid-token',
    hint: 'Use single quotes around font names.',
  });
});

/** A font, or the words of a link: with none, the CSS would be broken, or the link have no text. */
const filled = cssText.check((ctx) => {
  if (ctx.value.trim() !== '') return;
  refuse(ctx, 'is blank', {
    code: 'blank-text',
    hint: 'Write something, or leave the key out if it is optional.',
  });
});

/** On both sides, it leaves room for text in the narrowest letter. */
const padding = z.number().check(z.minimum(0), z.maximum(120));

/** Type smaller than this is hard to read on a phone. */
const smallType = z.number().check(z.minimum(13), z.maximum(100));
const bodyType = z.number().check(z.minimum(16), z.maximum(100));

/**
 * The design tokens that every theme has: the render floor itself needs them. A theme may add its
 * own. Sizes are CSS pixels; `dark…` are the colours in dark mode.
 */
const shape = {
  width: z.int().check(z.minimum(320), z.maximum(1000)),
  padding,
  paddingPhone: padding,
  font: filled,
  mono: filled,
  textSize: bodyType,
  lineHeight: z.number().check(z.minimum(1), z.maximum(3)),
  secondarySize: smallType,
  smallSize: smallType,
  titleSize: smallType,
  headingSize: smallType,
  itemSize: smallType,
  codeSize: smallType,
  text: colour,
  background: colour,
  secondary: colour,
  accent: colour,
  onAccent: colour,
  rule: colour,
  codeBackground: colour,
  codeComment: colour,
  codeKeyword: colour,
  codeString: colour,
  codeNumber: colour,
  codeFunction: colour,
  codeType: colour,
  codeTag: colour,
  darkText: colour,
  darkBackground: colour,
  darkSecondary: colour,
  darkAccent: colour,
  darkOnAccent: colour,
  darkRule: colour,
  darkCodeBackground: colour,
  darkCodeComment: colour,
  darkCodeKeyword: colour,
  darkCodeString: colour,
  darkCodeNumber: colour,
  darkCodeFunction: colour,
  darkCodeType: colour,
  darkCodeTag: colour,
  readingTimeLabel: cssText,
  viewInBrowserLabel: filled,
  unsubscribeLabel: filled,
  postLabel: filled,
  psLabel: cssText,
} as const;

const tokensSchema = z.catchall(z.object(shape), z.union([cssText, z.number()]));

export type Tokens = z.output<typeof tokensSchema>;

export type ResolvedTokens =
  | { readonly ok: true; readonly tokens: Tokens }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Lays a theme's tokens, or the config's changes to them, over those below. `known` are the names
 * that may be changed; null where new names may be added. Problems have the token's name as path.
 */
export function resolveTokens(
  below: Readonly<Record<string, unknown>>,
  changes: unknown,
  known: readonly string[] | null,
): ResolvedTokens {
  if (typeof changes !== 'object' || changes === null || Array.isArray(changes)) {
    const message = 'The tokens are not an object of names and values.';
    return {
      ok: false,
      problems: [{ code: 'invalid-type', severity: 'error', message, path: [] }],
    };
  }
  const unknown = Object.keys(changes).filter((name) => known !== null && !known.includes(name));
  const validated = validate(tokensSchema, { ...below, ...changes });
  const problems = unknown.map((name): Problem => {
    const message = `The theme has no token \`${name}\`.`;
    const hint = suggestionHint(name, known ?? []);
    return { code: 'unknown-token', severity: 'error', message, hint, path: [name], at: 'key' };
  });
  if (validated.ok && problems.length === 0) return { ok: true, tokens: validated.value };
  return { ok: false, problems: [...problems, ...(validated.ok ? [] : validated.problems)] };
}
