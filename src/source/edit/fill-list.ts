import { endOfLine, withBreaks } from './line-breaks.ts';
import type { WriteMember } from './member-style.ts';
import { memberStyle } from './member-style.ts';
import type { TextEdit, WrittenList } from './written-list.ts';

/** The edits that put a first member into a list that has none. Remarks in it and behind it stay. */
export function fillList(text: string, list: WrittenList, write: WriteMember): readonly TextEdit[] {
  const edits = list.isBlock ? fillBlock(text, list, write) : [fillBrackets(text, list, write)];
  return edits.map((edit) => ({ ...edit, text: withBreaks(text, edit.text) }));
}

// --- internal ---

/** Of `items:` or `items: []`: a line with a dash, under the key. */
function fillBlock(text: string, list: WrittenList, write: WriteMember): readonly TextEdit[] {
  const { start, end } = list;
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const dash = ' '.repeat((/^[ -]*/.exec(before)?.[0].length ?? 0) + 2);
  const style = memberStyle(text, list, 0);
  const member = write({ ...style, indent: `${dash}  `, room: style.room - dash.length });
  const at = endOfLine(text, end);
  const line: TextEdit = { start: at, end: at, text: `\n${dash}- ${member}` };
  if (start === end) return [line];
  return [{ start: before.trimEnd().length + start - before.length, end, text: '' }, line];
}

function fillBrackets(text: string, list: WrittenList, write: WriteMember): TextEdit {
  const style = memberStyle(text, list, 0);
  const inside = text.slice(list.start + 1, list.end - 1);
  const comma = list.format === 'typescript' ? ',' : '';
  if (inside.includes('\n')) {
    const at = list.start + 1 + inside.trimEnd().length;
    return { start: at, end: at, text: `\n${style.indent}${write(style)}${comma}` };
  }
  const isEmpty = inside.trim() === '';
  if (isEmpty && list.format !== 'yaml' && text.trim().includes('\n')) {
    const indent = style.indent + style.unit;
    const member = write({ ...style, indent, inline: false });
    const lines = `\n${indent}${member}${comma}\n${style.indent}`;
    return { start: list.start + 1, end: list.end - 1, text: lines };
  }
  const at = list.end - 1;
  return { start: at, end: at, text: `${isEmpty ? '' : ' '}${write(style)}` };
}
