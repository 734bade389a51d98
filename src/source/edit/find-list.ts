import { extname } from 'node:path';
import type { JsonNode } from '../json/parse-json.ts';
import type { Span, WrittenList } from './written-list.ts';

/**
 * The list that begins at an offset of a file's text; null where none is written there. The parser
 * of the file's format is only loaded here.
 */
export async function findList(
  file: string,
  text: string,
  start: number,
): Promise<WrittenList | null> {
  switch (extname(file).toLowerCase()) {
    case '.ts':
      return findInTypeScript(file, text, start);
    case '.yaml':
    case '.yml':
      return (await import('./find-yaml-list.ts')).findYamlList(text, start);
    case '.json':
      return findInJson(text, start);
    default:
      return null;
  }
}

// --- internal ---

async function findInTypeScript(
  file: string,
  text: string,
  start: number,
): Promise<WrittenList | null> {
  const { parseTypeScript } = await import('../typescript/parse-typescript.ts');
  const { walkNodes } = await import('../typescript/walk-nodes.ts');
  for (const node of walkNodes(parseTypeScript(file, text))) {
    if (node.type !== 'ArrayExpression' || node.start !== start) continue;
    const { elements } = node as typeof node & { readonly elements: readonly (Span | null)[] };
    // A hole, as in [1, , 2], has no place of its own.
    if (elements.some((element) => element === null)) return null;
    const members = elements.filter((element) => element !== null).map(spanOf);
    return { format: 'typescript', isBlock: false, start, end: node.end, members };
  }
  return null;
}

async function findInJson(text: string, start: number): Promise<WrittenList | null> {
  const { parseJson } = await import('../json/parse-json.ts');
  const { root } = parseJson(text);
  const open: JsonNode[] = root === null ? [] : [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const { items, entries = [] } = node;
    if (items !== undefined && node.start === start) {
      const members = items.map(spanOf);
      return { format: 'json', isBlock: false, start, end: node.end, members };
    }
    open.push(...(items ?? []), ...entries.map((entry) => entry.node));
  }
  return null;
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
