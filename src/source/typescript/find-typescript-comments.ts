import { parse } from '@babel/parser';
import type { FoundComment } from '../found-comment.ts';

/** The comments of a TypeScript file; none of one that can't be parsed. */
export function findTypeScriptComments(text: string): readonly FoundComment[] {
  const { comments } = parseOrNull(text) ?? {};
  return (comments ?? []).map(({ start, end, value }) => {
    return { start: start ?? 0, end: end ?? 0, text: value };
  });
}

// --- internal ---

function parseOrNull(text: string): ReturnType<typeof parse> | null {
  const options = { errorRecovery: true, attachComment: false } as const;
  try {
    return parse(text, { ...options, sourceType: 'module', plugins: ['typescript'] });
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
