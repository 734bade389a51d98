import { type Alias, type ParsedNode, isAlias, isMap, isScalar, isSeq } from 'yaml';
import { decodeYamlScalar } from './decode-yaml-scalar.ts';
import type { Decoded } from '../decoded.ts';
import { type SourceChild, type SourceNode, scalarNode } from '../source-node.ts';
import type { Stretch } from '../stretch.ts';
import { isMergeKey, keyName } from './yaml-value.ts';

/** A YAML file whose nodes are looked at. */
export interface YamlFile {
  readonly file: string;
  readonly text: string;
  /** The node that each alias stands for. */
  readonly targets: ReadonlyMap<Alias, ParsedNode>;
  /** What scalars hold, kept when it is first asked for: a long text may have many problems. */
  readonly decoded: Map<ParsedNode, Decoded | null>;
}

/** The node of a YAML value; for an alias, of the value it stands for. */
export function yamlNode(yaml: YamlFile, node: ParsedNode): SourceNode {
  const target = resolve(yaml, node);
  if (isScalar(target)) return scalar(yaml, target);
  const whole = stretchOf(yaml, target);
  const mark = openingOf(yaml, target);
  return {
    mark,
    opening: isAlias(target) ? null : mark,
    whole,
    child: (step) => childOf(yaml, target, step),
    parts: () => [],
  };
}

// --- internal ---

type YamlScalar = Extract<ParsedNode, { readonly source: string; readonly value: unknown }>;

function scalar(yaml: YamlFile, node: YamlScalar): SourceNode {
  const whole = stretchOf(yaml, node);
  const parts = () => {
    const { type, value } = node;
    const known = yaml.decoded.get(node);
    const decoded =
      known === undefined && typeof value === 'string'
        ? decodeYamlScalar(yaml.text, whole, type, value)
        : (known ?? null);
    yaml.decoded.set(node, decoded);
    return [{ stretch: whole, decoded }];
  };
  const isBlock = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
  return scalarNode(isBlock ? firstLineOf(whole) : whole, whole, parts);
}

/** The text of a block scalar's first line that isn't blank; when all are, its indicator. */
function firstLineOf(whole: Stretch): Stretch {
  const raw = whole.text.slice(whole.start, whole.end);
  const header = raw.search(/\n|$/);
  const indent = raw.slice(header).search(/\S/);
  if (indent === -1) return { ...whole, end: whole.start + header };
  const start = whole.start + header + indent;
  return { ...whole, start };
}

/** The first key of a map, the bracket of a list; all of it when there is nothing inside. */
function openingOf(yaml: YamlFile, node: ParsedNode): Stretch {
  const whole = stretchOf(yaml, node);
  if (isMap(node)) {
    const key = node.items[0]?.key;
    return key === undefined ? whole : stretchOf(yaml, key);
  }
  return isSeq(node) && node.items.length > 0 ? { ...whole, end: whole.start + 1 } : whole;
}

function childOf(yaml: YamlFile, node: ParsedNode, step: string | number): SourceChild | null {
  if (isSeq(node)) {
    const item = node.items[Number(step)];
    return item === undefined ? null : { key: null, node: yamlNode(yaml, item) };
  }
  if (!isMap(node)) return null;
  for (const { key, value } of node.items) {
    if (isMergeKey(key) || nameOf(yaml, key) !== String(step)) continue;
    const at = stretchOf(yaml, key);
    const nothing = { ...at, start: at.end };
    return { key: at, node: value === null ? scalarNode(nothing) : yamlNode(yaml, value) };
  }
  return mergedChildOf(yaml, node, step);
}

/** A member that came through `<<`, found where it is written; the first map that has it wins. */
function mergedChildOf(
  yaml: YamlFile,
  map: Extract<ParsedNode, { readonly flow?: boolean }>,
  step: string | number,
): SourceChild | null {
  for (const { key, value } of isMap(map) ? map.items : []) {
    if (!isMergeKey(key) || value === null) continue;
    const merged = resolve(yaml, value);
    for (const source of isSeq(merged) ? merged.items : [merged]) {
      const child = childOf(yaml, resolve(yaml, source), step);
      if (child !== null) return child;
    }
  }
  return null;
}

function nameOf(yaml: YamlFile, key: ParsedNode): string | null {
  const target = resolve(yaml, key);
  return isScalar(target) ? keyName(target.value) : null;
}

function resolve(yaml: YamlFile, node: ParsedNode): ParsedNode {
  return isAlias(node) ? (yaml.targets.get(node) ?? node) : node;
}

function stretchOf({ file, text }: YamlFile, node: ParsedNode): Stretch {
  return { file, text, start: node.range[0], end: node.range[1] };
}
