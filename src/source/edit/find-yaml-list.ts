import { isCollection, isPair, isScalar, isSeq } from 'yaml';
import { parseYaml } from '../yaml/parse-yaml.ts';
import type { Span, WrittenList } from './written-list.ts';

/**
 * The list that begins at an offset of a YAML text; null where none is written there. Where a key has
 * no value, or `[]`, a block list may come to stand.
 */
export function findYamlList(text: string, start: number): WrittenList | null {
  const open: unknown[] = [parseYaml(text).contents];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (isPair(node)) open.push(node.key, node.value);
    if (isScalar(node) && node.value === null && node.range?.[0] === start) {
      return isBehindKey(text, start) ? emptyBlock(start, node.range[1]) : null;
    }
    if (!isCollection(node)) continue;
    if (isSeq(node) && node.range?.[0] === start) {
      const end = node.range[1];
      if (/^\[\s*\]$/.test(text.slice(start, end)) && isBehindKey(text, start)) {
        return emptyBlock(start, end);
      }
      const isBlock = node.flow !== true;
      const members = node.items.map(spanOf);
      return { format: 'yaml', isBlock, start, end, members };
    }
    open.push(...(node.items as unknown[]));
  }
  return null;
}

// --- internal ---

/** True where only a key, outside all brackets, stands before the offset in its line. */
function isBehindKey(text: string, offset: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return /^ *(?:- +)*["']?[\w-]+["']?:[ \t]*$/.test(line);
}

function emptyBlock(start: number, end: number): WrittenList {
  return { format: 'yaml', isBlock: true, start, end, members: [] };
}

function spanOf(node: unknown): Span {
  const { range } = node as Ranged;
  return { start: range?.[0] ?? 0, end: endOf(node) };
}

interface Ranged {
  readonly range?: readonly [start: number, valueEnd: number, nodeEnd: number];
}

/** Where what is last in it ends: the range of a map or a list goes on over a remark behind it. */
function endOf(node: unknown): number {
  const end = (node as Ranged).range?.[1] ?? 0;
  if (!isCollection(node) || node.flow === true) return end;
  const last = node.items.at(-1);
  if (!isPair(last)) return last === undefined ? end : endOf(last);
  return last.value === null ? end : endOf(last.value);
}
