import { isCollection, isPair, isSeq } from 'yaml';
import { parseYaml } from '../yaml/parse-yaml.ts';
import type { Span, WrittenList } from './written-list.ts';

/** The list that begins at an offset of a YAML text; null where none is written there. */
export function findYamlList(text: string, start: number): WrittenList | null {
  const open: unknown[] = [parseYaml(text).contents];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (isPair(node)) open.push(node.key, node.value);
    if (!isCollection(node)) continue;
    if (isSeq(node) && node.range?.[0] === start) {
      const isBlock = node.flow !== true;
      const members = node.items.map(spanOf);
      return { format: 'yaml', isBlock, start, end: node.range[1], members };
    }
    open.push(...(node.items as unknown[]));
  }
  return null;
}

// --- internal ---

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
