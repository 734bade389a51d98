import { types } from 'node:util';
import { type FieldPath, formatPath } from '../../diagnostics/diagnostic.ts';
import { MAX_DEPTH, circularValue, forbiddenKey, tooDeep, tooManyValues } from '../complaints.ts';
import type { Complaint } from '../stretch.ts';

export type CopiedData =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly complaint: Complaint };

/** How many values a file may give, each counted as often as it is used; a bomb has millions. */
export const MAX_VALUES = 100_000;

/**
 * A copy of what a file exports, as lists and objects of own fields: what looks at it later meets
 * no getter, no proxy, no promise, no circle and no end of it. Functions and dates stay, for a validator to judge.
 * Throws what a getter or a proxy throws.
 */
export function copyData(value: unknown): CopiedData {
  const state: State = { open: new Set(), count: 0 };
  try {
    return { ok: true, value: copy(value, [], state) };
  } catch (error) {
    if (error instanceof Unfit) return { ok: false, complaint: error.complaint };
    throw error;
  }
}

// --- internal ---

interface State {
  /** The lists and objects around the value that is being copied. */
  readonly open: Set<object>;
  count: number;
}

class Unfit extends Error {
  readonly complaint: Complaint;

  constructor(complaint: Complaint) {
    super(complaint.message);
    this.complaint = complaint;
  }
}

function copy(value: unknown, path: FieldPath, state: State): unknown {
  state.count += 1;
  if (state.count > MAX_VALUES) throw new Unfit(tooManyValues(MAX_VALUES, path));
  if (typeof value !== 'object' || value === null || types.isDate(value)) return value;
  if (types.isPromise(value)) throw new Unfit(promised(path));
  if (state.open.has(value)) throw new Unfit(circularValue(path));
  if (path.length >= MAX_DEPTH) throw new Unfit(tooDeep(path));
  state.open.add(value);
  const copied = Array.isArray(value)
    ? Array.from(value, (member: unknown, index) => copy(member, [...path, index], state))
    : copyFields(value, path, state);
  state.open.delete(value);
  return copied;
}

function promised(path: FieldPath): Complaint {
  return {
    code: 'invalid-type',
    message: `${formatPath(path)} is a promise, and a data file isn't waited for.`,
    hint: 'Write the value itself.',
    path,
  };
}

function copyFields(object: object, path: FieldPath, state: State): Record<string, unknown> {
  const copied: Record<string, unknown> = {};
  for (const key of Object.keys(object)) {
    if (key === '__proto__') throw new Unfit(forbiddenKey([...path, key]));
    copied[key] = copy((object as Readonly<Record<string, unknown>>)[key], [...path, key], state);
  }
  return copied;
}
