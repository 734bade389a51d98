import { codeToTokensBase, createShikiPrimitiveAsync } from '@shikijs/primitive';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import { bundledLanguages } from 'shiki/langs';
import type { HighlightLine, CodeRun } from '../text/highlight-line.ts';
import { codeTheme, roleOf } from './code-theme.ts';

/**
 * Divides lines of code by the grammar of a language. The engine in JavaScript starts in half the
 * time of the one in WebAssembly, and gave the same for hundreds of samples in 48 languages.
 */
export async function divideCode(
  lines: readonly string[],
  language: string,
): Promise<readonly HighlightLine[] | 'unknown'> {
  if (!isBundled(language)) return 'unknown';
  const code = lines.join('\n');
  if (code.length > MAX_LENGTH) return [];
  try {
    const grammar = await bundledLanguages[language]();
    // Only what divides: shiki's own highlighter brings along what writes HTML.
    const highlighter = await createShikiPrimitiveAsync({
      langs: [grammar],
      themes: [codeTheme],
      engine: createJavaScriptRegexEngine({ forgiving: true }),
      warnings: false,
    });
    try {
      const tokens = codeToTokensBase(highlighter, code, {
        lang: language,
        theme: codeTheme.name,
        tokenizeMaxLineLength: MAX_LINE,
        // The same code has the same colours however slow the machine is.
        tokenizeTimeLimit: 0,
      });
      return tokens.map(mergeRuns);
    } finally {
      highlighter.dispose();
    }
  } catch {
    // A grammar that fails on some code is no reason to have no issue.
    return [];
  }
}

// --- internal ---

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
