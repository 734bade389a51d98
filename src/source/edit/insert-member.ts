import { endOfLine, withBreaks } from './line-breaks.ts';
import type { WriteMember } from './member-style.ts';
import { columnOf, dashOf, memberStyle } from './member-style.ts';
import type { Span, TextEdit, WrittenList } from './written-list.ts';

/**
 * The edits that put a further member behind one of a list, set like its neighbours. All other
 * bytes of the text stay: comments, blank lines, quotes.
 */
export function insertMember(
  text: string,
  list: WrittenList,
  after: number,
  write: WriteMember,
): readonly TextEdit[] {
  const before = list.members[after];
  if (before === undefined) return [];
  const member = withBreaks(text, write(memberStyle(text, list, after)));
  return list.isBlock
    ? [insertLines(text, list, after, member)]
    : insertInBrackets(text, list, before, member);
}

/** The edit that puts another member in the place of one. */
export function replaceMember(
  text: string,
  list: WrittenList,
  index: number,
  write: WriteMember,
): readonly TextEdit[] {
  const member = list.members[index];
  if (member === undefined) return [];
  const end = endOfContent(text, member);
  const written = withBreaks(text, write(memberStyle(text, list, index)));
  return [{ start: member.start, end, text: written }];
}

// --- internal ---

/** A block scalar's span goes on over the blank lines behind it. */
function endOfContent(text: string, { start, end }: Span): number {
  return start + text.slice(start, end).trimEnd().length;
}

function insertLines(text: string, list: WrittenList, after: number, member: string): TextEdit {
  const { members, start } = list;
  const at = endOfRemarks(text, endOfContent(text, members[after] ?? list), columnOf(text, start));
  const gap = areApart(text, list) ? '\n\n' : '\n';
  const dash = ' '.repeat(columnOf(text, start)) + dashOf(text, list, after);
  return { start: at, end: at, text: withBreaks(text, gap) + dash + member };
}

/** Where the line ends, and the lines of remarks under it that are indented as the member is. */
function endOfRemarks(text: string, from: number, dash: number): number {
  const remarks = new RegExp(`(?:\\r?\\n {${dash + 1},}#.*)*`, 'y');
  remarks.lastIndex = endOfLine(text, from);
  const length = remarks.exec(text)?.[0].replace(/\r$/, '').length ?? 0;
  return endOfLine(text, from) + length;
}

function insertInBrackets(
  text: string,
  list: WrittenList,
  before: Span,
  member: string,
): readonly TextEdit[] {
  const { indent, inline } = memberStyle(text, list, list.members.indexOf(before));
  const comma = findComma(text, before.end, list);
  const isLast = before === list.members.at(-1);
  if (inline) {
    if (comma === null) return [insertAt(before.end, `, ${member}`)];
    return [insertAt(comma + 1, ` ${member}${isLast ? '' : ','}`)];
  }
  const lines = withBreaks(text, (areApart(text, list) ? '\n\n' : '\n') + indent) + member;
  if (comma !== null) return [insertAt(endOfRemark(text, comma + 1, list), `${lines},`)];
  const at = endOfRemark(text, before.end, list);
  if (at === before.end) return [insertAt(at, `,${lines}`)];
  return [insertAt(before.end, ','), insertAt(at, lines)];
}

function insertAt(offset: number, text: string): TextEdit {
  return { start: offset, end: offset, text };
}

/** The comma behind a member; null when it has none. */
function findComma(text: string, from: number, { end, format }: WrittenList): number | null {
  const between = format === 'yaml' ? /(?:\s|#.*)*/y : /(?:[\s)]|\/\/.*|\/\*[^]*?\*\/)*/y;
  between.lastIndex = from;
  const at = from + (between.exec(text)?.[0].length ?? 0);
  return at < end && text[at] === ',' ? at : null;
}

/** Where the line ends, when only a comment follows on it; else the offset itself. */
function endOfRemark(text: string, from: number, { end, format }: WrittenList): number {
  const remark =
    format === 'yaml'
      ? /[ \t]+#.*/y
      : /[ \t]*(?:\/\/.*|\/\*(?:[^*]|\*(?!\/))*\*\/[ \t]*(?=\r?\n))/y;
  remark.lastIndex = from;
  const length = remark.exec(text)?.[0].replace(/\r$/, '').length ?? 0;
  return from + length < end ? from + length : from;
}

/** True when a blank line stands between the members of a list. */
function areApart(text: string, { members }: WrittenList): boolean {
  const [before, next] = members.slice(-2);
  if (before === undefined || next === undefined) return false;
  return /\n[ \t]*\r?\n/.test(text.slice(endOfContent(text, before), next.start));
}
