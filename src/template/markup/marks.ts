/**
 * While MJML lays a template out, each of its tags is a mark: its number between two code points
 * that Unicode keeps for such internal uses. MJML, the scanner and the minifier see an opaque
 * word, with no quotes, spaces or braces to stumble over.
 */
export function mark(index: number): string {
  return `\uFDD0${index}\uFDD1`;
}

/** Finds one mark; its group is the tag's number. */
export const MARK = /\uFDD0(\d+)\uFDD1/;

/** True when a text holds a mark. */
export function hasMark(text: string): boolean {
  return MARK.test(text);
}

/** The numbers of the marks in a text, in their order. */
export function marksIn(text: string): readonly number[] {
  return [...text.matchAll(new RegExp(MARK, 'g'))].map((match) => Number(match[1]));
}
