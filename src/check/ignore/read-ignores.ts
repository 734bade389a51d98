import { readText } from '../../source/read-text.ts';

/** A comment that silences a rule: `galley-ignore RULE: reason`. */
export interface Ignore {
  /** Absolute. */
  readonly file: string;
  /** The rule as written; it need not be one. */
  readonly rule: string;
  readonly reason: string;
  /** Where the comment stands; lines and columns from 1. */
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
  /** The lines whose findings it silences; null for the whole file. */
  readonly lines: readonly number[] | null;
}

/**
 * The ignores of the files that an issue is made of. One that stands above all data holds for the
 * whole file, others for their own line or, standing alone, for the next line that is none of them.
 */
export async function readIgnores(files: readonly string[]): Promise<readonly Ignore[]> {
  const ignores: Ignore[] = [];
  for (const file of files) {
    const read = readText(file);
    // Only a file that has some is parsed for its comments.
    if (!read.ok || !read.text.includes(keyword)) continue;
    const { readComments } = await import('../../source/read-comments.ts');
    const comments = await readComments(file, read.text);
    for (const [index, comment] of comments.entries()) {
      const found = pattern.exec(comment.text);
      if (found === null) continue;
      const { line, column, endColumn, isAlone, isFirst } = comment;
      let end = comment.endLine;
      for (const next of comments.slice(index + 1)) {
        if (next.isAlone && next.line === end + 1) end = next.endLine;
      }
      const lines = isFirst ? null : isAlone ? [end + 1] : [line];
      const [, rule = '', reason = ''] = found;
      ignores.push({ file, rule, reason: reason.trim(), line, column, endColumn, lines });
    }
  }
  return ignores;
}

// --- internal ---

const keyword = 'galley-ignore';
/** In a block comment its lines may begin with a star. */
const pattern = /^[\s*]*galley-ignore(?:\s+([\w-]+))?\s*(?::\s*([^]*?))?[\s*]*$/;
