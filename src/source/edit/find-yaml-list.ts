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
  const { range } = node as { readonly range?: readonly [number, number, number] };
  return { start: range?.[0] ?? 0, end: range?.[1] ?? 0 };
}
