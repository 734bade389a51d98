/** A list as it is written in a file, for who puts another member in. */
export interface WrittenList {
  readonly format: 'typescript' | 'json' | 'yaml';
  /** In YAML, a list of lines that begin with `-`, or one to be; every other list is in brackets. */
  readonly isBlock: boolean;
  /** With its brackets; in UTF-16 units of the text, as all here. */
  readonly start: number;
  readonly end: number;
  /** In their order; a spread is one of them. */
  readonly members: readonly Span[];
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What to put in the place of a span of a text. */
export interface TextEdit extends Span {
  readonly text: string;
}

/** A text after edits, which must not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = text;
  for (const { start, end, text: inserted } of edits.toSorted((a, b) => b.start - a.start)) {
    result = result.slice(0, start) + inserted + result.slice(end);
  }
  return result;
}
