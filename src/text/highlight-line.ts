/** What a piece of program text is; a theme gives each role its colour. */
export type CodeRole =
  'plain' | 'comment' | 'keyword' | 'string' | 'number' | 'function' | 'type' | 'variable' | 'tag';

/** Every role but `plain`, which has no colour of its own. */
export const codeRoles = [
  'comment',
  'keyword',
  'string',
  'number',
  'function',
  'type',
  'variable',
  'tag',
] as const satisfies readonly CodeRole[];

/** A piece of one line in one role. */
export interface CodeRun {
  readonly text: string;
  readonly role: CodeRole;
}

/** One line of program text, without its line break; the runs are in order and leave nothing out. */
export type HighlightLine = readonly CodeRun[];
