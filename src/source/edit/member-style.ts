import type { WrittenList } from './written-list.ts';

/** How the members of a list are set, for a further one to look like them. */
export interface MemberStyle {
  /** What the lines of a member begin with; of a YAML block list, those after its `-`. */
  readonly indent: string;
  /** One step of indentation. */
  readonly unit: string;
  /** True where a list in brackets begins on the line of its bracket: `[a, b]`, or `[{` with lines in it. */
  readonly inline: boolean;
  /** How many columns are left for a member that is written on one line. */
  readonly room: number;
}

/** How a member is written; its first line without indentation, the others with `style.indent`. */
export type WriteMember = (style: MemberStyle) => string;

/** Reads the style of a list's member from how it stands in the text. */
export function memberStyle(text: string, list: WrittenList, index: number): MemberStyle {
  const member = list.members[index] ?? list;
  const line = text.slice(text.lastIndexOf('\n', member.start - 1) + 1, member.start);
  const lead = /^\s*/.exec(line)?.[0] ?? '';
  const unit = unitOf(text);
  if (list.isBlock) {
    // Of the line with the dash, which may stand above the member.
    const indent = ' '.repeat(columnOf(text, list.start) + dashOf(text, list, index).length);
    return { indent, unit, inline: false, room: lineWidth - indent.length };
  }
  const inline = !text.slice(list.start, list.members[0]?.start ?? list.end).includes('\n');
  const isFirst = /^\s*\(*$/.test(line);
  const indent = inline || isFirst ? lead : lead + unit;
  return { indent, unit, inline, room: lineWidth - indent.length };
}

/** The `-` of a block list with the spaces behind it. */
export function dashOf(text: string, list: WrittenList, index: number): string {
  const member = list.members[index] ?? list;
  const line = text.slice(text.lastIndexOf('\n', member.start - 1) + 1, member.start);
  return /-[ ]+$/.exec(line)?.[0] ?? '- ';
}

/** How many columns stand before an offset in its line. */
export function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

// --- internal ---

/** How the first line that is indented begins; the lines of a comment between stars are not. */
function unitOf(text: string): string {
  return /^(?:\t| {2,8})(?=[^\s*])/m.exec(text)?.[0] ?? '  ';
}

/** As formatters have it. */
const lineWidth = 100;
