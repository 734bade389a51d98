import { problemsOf } from './compile-fixture.ts';
import { letterOf } from './theme.ts';

/** A mistake in a template: the body that has it, the columns it is told at, its code and hint. */
export type Mistake = readonly [
  what: string,
  body: string,
  columns: string,
  code: string,
  hint: string,
];

/** The problems of a body of MJML that starts at column 1 of line 2. */
export async function problemsIn(body: string) {
  return problemsOf(letterOf(`\n${body}\n`));
}

/** A section of one column. */
export const section = (content: string) => `${start}${content}</mj-column></mj-section>`;

/** Columns of the content of a `section`. */
export const at = (from: number, to: number) => `${start.length + from}-${start.length + to}`;

// --- internal ---

const start = '<mj-section><mj-column>';
