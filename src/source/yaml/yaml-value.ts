import { type Alias, type ParsedNode, type YAMLMap, isAlias, isMap, isScalar } from 'yaml';
import type { FieldPath } from '../../diagnostics/diagnostic.ts';
import { type SyntaxComplaint, duplicateKey, forbiddenKey } from '../complaints.ts';
import type { Complaint } from '../stretch.ts';

export interface YamlValue {
  readonly value: unknown;
  /** The node that each alias stands for. */
  readonly targets: ReadonlyMap<Alias, ParsedNode>;
  readonly complaints: readonly SyntaxComplaint[];
}

/** How many values the aliases of a file may repeat in all; a bomb has millions. */
export const MAX_REPEATED = 100_000;

/**
 * The plain value of a YAML tree, nested no deeper than `parseYaml` lets through. The library's own
 * conversion stops at the first problem, names no place, and takes quadratic time for many aliases.
 */
export function toYamlValue(contents: ParsedNode | null): YamlValue {
  const state: State = {
    anchors: new Map(),
    targets: new Map(),
    converted: new Map(),
    open: new Set(),
    complaints: [],
    repeated: 0,
  };
  const { value } = convert(contents, [], state);
  return { value, targets: state.targets, complaints: state.complaints };
}

/** True for an unquoted `<<`. */
export function isMergeKey(key: unknown): boolean {
  if (!isScalar(key) || (key.type !== undefined && key.type !== 'PLAIN')) return false;
  const { value } = key;
  return value === '<<' || (typeof value === 'symbol' && value.description === '<<');
}

/** The name that a scalar gives as a key: `1` and `"1"` are the same, and nothing is an empty one. */
export function keyName(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

// --- internal ---

interface Converted {
  readonly value: unknown;
  /** How many values it holds, itself included, with its aliases written out. */
  readonly size: number;
}

interface State {
  /** The latest node of each anchor: an alias means the last one before it. */
  readonly anchors: Map<string, ParsedNode>;
  readonly targets: Map<Alias, ParsedNode>;
  /** Of the nodes with an anchor. */
  readonly converted: Map<ParsedNode, Converted>;
  /** The lists and maps that are being converted. */
  readonly open: Set<ParsedNode>;
  readonly complaints: SyntaxComplaint[];
  repeated: number;
}

const NOTHING: Converted = { value: null, size: 1 };

function convert(node: ParsedNode | null, path: FieldPath, state: State): Converted {
  if (node === null) return NOTHING;
  if (isAlias(node)) return convertAlias(node, path, state);
  if (node.anchor !== undefined) state.anchors.set(node.anchor, node);
  state.open.add(node);
  const converted = convertContent(node, path, state);
  state.open.delete(node);
  if (node.anchor !== undefined) state.converted.set(node, converted);
  return converted;
}

function convertContent(
  node: Exclude<ParsedNode, Alias>,
  path: FieldPath,
  state: State,
): Converted {
  if (isScalar(node)) {
    const { value } = node;
    return { value: typeof value === 'symbol' ? node.source : value, size: 1 };
  }
  if (isMap(node)) return convertMap(node, path, state);
  let size = 1;
  const value = node.items.map((item, index) => {
    const converted = convert(item, [...path, index], state);
    size += converted.size;
    return converted.value;
  });
  return { value, size };
}

function convertAlias(alias: Alias.Parsed, path: FieldPath, state: State): Converted {
  const complain = (complaint: Complaint): Converted => {
    state.complaints.push({ ...complaint, path, ...span(alias) });
    return NOTHING;
  };
  const target = state.anchors.get(alias.source);
  if (target === undefined) {
    return complain({
      code: 'unknown-alias',
      message: `There is no anchor &${alias.source} above this alias.`,
      hint: 'If it is text, put it in quotes.',
    });
  }
  if (state.open.has(target)) {
    return complain({
      code: 'circular-value',
      message: `The alias *${alias.source} stands inside what it refers to.`,
      hint: 'Write the value out.',
    });
  }
  state.targets.set(alias, target);
  const converted = state.converted.get(target) ?? NOTHING;
  const before = state.repeated;
  state.repeated += converted.size;
  if (state.repeated <= MAX_REPEATED) return converted;
  if (before > MAX_REPEATED) return NOTHING;
  return complain({
    code: 'too-many-values',
    message: `The aliases of this file repeat more than ${MAX_REPEATED} values.`,
    hint: 'Write out what is needed.',
  });
}

function convertMap(
  map: YAMLMap<ParsedNode, ParsedNode | null>,
  path: FieldPath,
  state: State,
): Converted {
  const value: Record<string, unknown> = {};
  const names = new Set<string>();
  let size = 1;
  for (const pair of map.items) {
    if (isMergeKey(pair.key)) {
      size += merge(value, pair.value, path, state);
      continue;
    }
    const name = convertKey(pair.key, path, names, state);
    const converted = convert(pair.value, [...path, name ?? ''], state);
    size += converted.size;
    if (name !== null) value[name] = converted.value;
  }
  return { value, size };
}

/** A key's name, or null, with a complaint, for one that can't be used. */
function convertKey(
  key: ParsedNode,
  path: FieldPath,
  names: Set<string>,
  state: State,
): string | null {
  const refuse = (complaint: Complaint): null => {
    state.complaints.push({ path, ...complaint, ...span(key) });
    return null;
  };
  const { value } = convert(key, path, state);
  if (typeof value === 'object' && value !== null) {
    return refuse({
      code: 'invalid-key',
      message: 'A list or map stands where a key should be.',
      hint: 'If it is text, such as {{ name }}, put it in quotes.',
    });
  }
  const name = keyName(value);
  if (name === '__proto__') return refuse(forbiddenKey([...path, name]));
  if (names.has(name)) return refuse(duplicateKey(name, [...path, name]));
  names.add(name);
  return name;
}

/**
 * Adds the keys of what `<<` names, a map or a list of maps, and returns their size. A key that is
 * there already stays; one that is written out later wins (https://yaml.org/type/merge.html).
 */
function merge(
  into: Record<string, unknown>,
  node: ParsedNode | null,
  path: FieldPath,
  state: State,
): number {
  const before = state.complaints.length;
  const { value, size } = convert(node, path, state);
  // What is wrong in itself needn't be called no map as well.
  if (state.complaints.length > before) return size;
  for (const source of Array.isArray(value) ? (value as unknown[]) : [value]) {
    if (typeof source !== 'object' || source === null || Array.isArray(source)) {
      state.complaints.push({
        code: 'invalid-merge-key',
        message: 'The key << merges maps, and this is none.',
        hint: 'Name an anchor of a map, such as <<: *base.',
        path,
        ...span(node),
      });
      return size;
    }
    for (const [name, member] of Object.entries(source)) {
      if (!Object.hasOwn(into, name)) into[name] = member;
    }
  }
  return size;
}

function span(node: ParsedNode | null): { readonly start: number; readonly end: number } {
  const [start, end] = node?.range ?? [0, 0];
  return { start, end };
}
