import type { Problem } from '../diagnostics/diagnostic.ts';
import type { Highlighter } from '../highlight/highlight-code.ts';
import type { CodeField } from '../issue/read-markdown.ts';
import type { HighlightLine } from '../text/highlight-line.ts';

/** The highlighted code of an issue. */
export interface Highlights {
  /** The lines of a piece of code that `highlightCodes` was given; else null. */
  readonly lines: (code: string, language: string) => readonly HighlightLine[] | null;
  /** Languages that nobody here knows: their code stays plain. */
  readonly problems: readonly Problem[];
}

/** Highlights every piece of code once, loading only the languages that are used. */
export async function highlightCodes(
  codes: readonly CodeField[],
  highlight: Highlighter,
): Promise<Highlights> {
  const found = new Map<string, readonly HighlightLine[]>();
  const problems: Problem[] = [];
  for (const { text, language, path, piece } of codes) {
    const { lines, known } = await highlight(text, language);
    found.set(keyOf(text, language), lines);
    if (known) continue;
    problems.push({
      code: 'unknown-code-language',
      severity: 'warning',
      message: `There is no highlighting for the language "${language}"; the code stays plain.`,
      hint: 'Use the name of a language, such as ts, bash or yaml, or text for none.',
      path,
      piece,
    });
  }
  return { lines: (code, language) => found.get(keyOf(code, language)) ?? null, problems };
}

// --- internal ---

function keyOf(code: string, language: string): string {
  return `${language}\n${code}`;
}
