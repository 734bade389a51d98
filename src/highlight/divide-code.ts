import { codeToTokensBase, createShikiPrimitiveAsync } from '@shikijs/primitive';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import { bundledLanguages } from 'shiki/langs';
import type { HighlightLine, CodeRun } from '../text/highlight-line.ts';
import { codeTheme, roleOf } from './code-theme.ts';

/** Divides lines of code by the grammar of a language. */
export type DivideCode = (
  lines: readonly string[],
  language: string,
) => Promise<readonly HighlightLine[] | 'unknown'>;

/**
 * Makes what divides code. Keep it: the patterns of a grammar are made ready on first use, which
 * takes fractions of a second, after which a piece of code takes milliseconds.
 */
export function createCodeDivider(): DivideCode {
  const ready = new Map<string, ReturnType<typeof loadLanguage>>();
  return async (lines, language) => {
    if (!isBundled(language)) return 'unknown';
    const code = lines.join('\n');
    if (code.length > MAX_LENGTH) return [];
    try {
      const loading = ready.get(language) ?? loadLanguage(language);
      ready.set(language, loading);
      const tokens = codeToTokensBase(await loading, code, {
        lang: language,
        theme: codeTheme.name,
        tokenizeMaxLineLength: MAX_LINE,
        // The same code has the same colours however slow the machine is.
        tokenizeTimeLimit: 0,
      });
      return tokens.map(mergeRuns);
    } catch {
      // A grammar that fails on some code is no reason to have no issue, nor to fail on the next.
      ready.delete(language);
      return [];
    }
  };
}

// --- internal ---

/**
 * The engine in JavaScript starts in half the time of the one in WebAssembly, and gave the same for
 * hundreds of samples in 48 languages.
 */
async function loadLanguage(language: keyof typeof bundledLanguages) {
  const grammar = await bundledLanguages[language]();
  // Only what divides: shiki's own highlighter brings along what writes HTML.
  return createShikiPrimitiveAsync({
    langs: [grammar],
    themes: [codeTheme],
    engine: createJavaScriptRegexEngine({ forgiving: true }),
    warnings: false,
  });
}

/** Longer code, or a longer line, is plain. */
const MAX_LENGTH = 100_000;
const MAX_LINE = 2_000;

function isBundled(language: string): language is keyof typeof bundledLanguages {
  return Object.hasOwn(bundledLanguages, language);
}

interface Token {
  readonly content: string;
  readonly color?: string;
}

/** Neighbours of one role become one run; spaces join the run before them. */
function mergeRuns(tokens: readonly Token[]): HighlightLine {
  const runs: CodeRun[] = [];
  for (const { content, color } of tokens) {
    const role = roleOf(color);
    const last = runs.at(-1);
    if (last !== undefined && (last.role === role || content.trim() === '')) {
      runs[runs.length - 1] = { text: last.text + content, role: last.role };
    } else if (content !== '') runs.push({ text: content, role });
  }
  return runs;
}
