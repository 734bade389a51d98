import type { CheckContext } from '../context.ts';
import type { Finding } from '../rule.ts';

/** A feature that some mail programs don't know. */
export interface Unsupported {
  /** Its name in caniemail's data; null for what no mail program runs. */
  readonly feature: string | null;
  /** As it is shown to an author. */
  readonly shown: string;
  /** How it may be written in a template, the likeliest first. */
  readonly patterns: readonly RegExp[];
  /** The mail programs. */
  readonly names: string;
}

/** A finding for each place of the author's theme that has the feature, or one for the theme. */
export async function tellUnsupported(
  { theme, tokens }: CheckContext,
  { feature, shown, patterns, names }: Unsupported,
): Promise<readonly Finding[]> {
  const subject = shown.startsWith('the ') || shown.startsWith('a') ? shown : `\`${shown}\``;
  const message = `${sentenceCase(subject)} is not known to ${names}.`;
  const hint =
    feature === null
      ? 'Leave it out: every mail program takes it out of a letter.'
      : `Do without it, or make sure that the letter reads well there: https://www.caniemail.com/features/${feature}/`;
  for (const pattern of patterns) {
    const places = theme.find(pattern);
    if (places.length > 0) return places.map((place) => ({ message, hint, ...place }));
  }
  // What stands in no template came out of a token.
  for (const [name, value] of Object.entries(tokens)) {
    if (!patterns.some((pattern) => String(value).match(pattern) !== null)) continue;
    const place = await theme.token(name);
    if (place !== null) return [{ message, hint, ...place }];
  }
  return [{ message, hint, ...theme.whole }];
}

// --- internal ---

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
