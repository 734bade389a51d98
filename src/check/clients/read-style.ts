import type { StyleFacts } from './style-facts.ts';

/** Reads the text of a `<style>` or of a `style` attribute. */
export type StyleReader = (text: string, kind: 'sheet' | 'attribute') => Promise<StyleFacts>;

/** Makes a reader that keeps what it has read: most of a theme's styles are those of every issue. */
export function createStyleReader(): StyleReader {
  const known = new Map<string, StyleFacts>();
  return async (text, kind) => {
    const key = `${kind} ${text}`;
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    const { parseStyle } = await import('./parse-style.ts');
    const facts = parseStyle(text, kind);
    known.set(key, facts);
    return facts;
  };
}
