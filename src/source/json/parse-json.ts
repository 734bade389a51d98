import type { FieldPath } from '../../diagnostics/diagnostic.ts';
import {
  MAX_DEPTH,
  type SyntaxComplaint,
  duplicateKey,
  forbiddenKey,
  tooDeep,
} from '../complaints.ts';
import { type JsonCursor, JsonError, createCursor } from './json-cursor.ts';

/** A JSON value with where it stands in the text. */
export interface JsonNode {
  readonly start: number;
  readonly end: number;
  readonly value: unknown;
  /** The members of an object, in their order; a key that is there twice too. */
  readonly entries?: readonly JsonEntry[];
  /** The members of an array. */
  readonly items?: readonly JsonNode[];
}

export interface JsonEntry {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly node: JsonNode;
}

export interface ParsedJson {
  /** Null after a syntax error. */
  readonly root: JsonNode | null;
  readonly complaints: readonly SyntaxComplaint[];
}

/**
 * Parses strict JSON (RFC 8259) and keeps every place. By hand, because `JSON.parse` names no place
 * on Node 20, keeps the last of two equal keys in silence, and lets `__proto__` pass.
 */
export function parseJson(text: string): ParsedJson {
  const complaints: SyntaxComplaint[] = [];
  const cursor = createCursor(text);
  try {
    const root = readValue(cursor, [], complaints);
    cursor.expectEnd();
    return { root, complaints };
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    return { root: null, complaints: [...complaints, error.complaint] };
  }
}

// --- internal ---

function readValue(cursor: JsonCursor, path: FieldPath, complaints: SyntaxComplaint[]): JsonNode {
  const start = cursor.skipSpace();
  if (path.length > MAX_DEPTH) {
    throw new JsonError({ ...tooDeep(path), start, end: start + 1 });
  }
  if (cursor.take('{')) return readObject(cursor, start, path, complaints);
  if (cursor.take('[')) return readArray(cursor, start, path, complaints);
  const value = cursor.readScalar();
  return { start, end: cursor.position(), value };
}

function readArray(
  cursor: JsonCursor,
  start: number,
  path: FieldPath,
  complaints: SyntaxComplaint[],
): JsonNode {
  const items: JsonNode[] = [];
  if (!cursor.take(']')) {
    do {
      items.push(readValue(cursor, [...path, items.length], complaints));
    } while (cursor.takeComma(']'));
  }
  return { start, end: cursor.position(), value: items.map((item) => item.value), items };
}

function readObject(
  cursor: JsonCursor,
  start: number,
  path: FieldPath,
  complaints: SyntaxComplaint[],
): JsonNode {
  const entries: JsonEntry[] = [];
  const value: Record<string, unknown> = {};
  const names = new Set<string>();
  if (!cursor.take('}')) {
    do {
      const keyStart = cursor.skipSpace();
      const name = cursor.readKey();
      const key = { start: keyStart, end: cursor.position() };
      cursor.expectColon();
      const keyPath = [...path, name];
      if (name === '__proto__') complaints.push({ ...forbiddenKey(keyPath), ...key });
      else if (names.has(name)) complaints.push({ ...duplicateKey(name, keyPath), ...key });
      names.add(name);
      const node = readValue(cursor, keyPath, complaints);
      entries.push({ name, ...key, node });
      if (name !== '__proto__') value[name] = node.value;
    } while (cursor.takeComma('}'));
  }
  return { start, end: cursor.position(), value, entries };
}
