import type { Decoded } from './decoded.ts';
import type { Stretch } from './stretch.ts';

/**
 * A value as the author wrote it, whichever the format: what finding a place needs to know. Nodes
 * are made on demand, while a path is walked.
 */
export interface SourceNode {
  /** What to underline when the value is wrong: the whole of it, or a list's or object's start. */
  readonly mark: Stretch;
  /** What to underline when a key is missing: the first key, or the bracket. Null for a scalar. */
  readonly opening: Stretch | null;
  /** All that is written for the value. */
  readonly whole: Stretch;
  /**
   * The member of an object or a list; null when there is none, or none that can be found.
   * `actual` is the value that the file really gave for this node.
   */
  child(step: string | number, actual: unknown): SourceChild | null;
  /** The literals that a string is put together from, in their order. */
  parts(): readonly StringPart[];
  /** Only of a list that may be spread into another. */
  readonly members?: () => readonly ListMember[];
  /** Only where the value that the file gave decides which node is meant, as in `a ? b : c`. */
  readonly settle?: (actual: unknown) => SourceNode;
  /** True when a function may have changed what is written. */
  readonly isChanged?: boolean;
}

export interface ListMember {
  readonly node: SourceNode;
  /** A spread counts for an unknown number of members when its list is computed. */
  readonly counts: 'one' | 'unknown';
  /** For an unknown number: the node that gave a value, if one of them did. */
  readonly pick?: (actual: unknown) => SourceNode | null;
}

export interface SourceChild {
  /** Null for a member of a list. */
  readonly key: Stretch | null;
  readonly node: SourceNode;
}

export interface StringPart {
  /** The literal or expression. */
  readonly stretch: Stretch;
  /** Null for an expression whose value is only known by running it. */
  readonly decoded: Decoded | null;
  /** Where a literal from elsewhere is used, such as `${url}`: from the inside out. */
  readonly uses?: readonly Stretch[];
  /** True for what `+` adds up with its like. */
  readonly isNumber?: boolean;
  /** For an expression: what it is put together from when it gave this text. */
  readonly settle?: (text: string) => readonly StringPart[];
}

/** A node without members. */
export function scalarNode(
  mark: Stretch,
  whole: Stretch = mark,
  parts: () => readonly StringPart[] = () => [{ stretch: whole, decoded: null }],
): SourceNode {
  return { mark, opening: null, whole, child: () => null, parts };
}
