import type { FieldPath, Problem } from '../diagnostics/diagnostic.ts';
import { compareNode } from './compare-node.ts';
import { locatePiece } from './locate-piece.ts';
import type { SourceChild, SourceNode } from './source-node.ts';
import type { Stretch } from './stretch.ts';

/**
 * Finds what to underline for a problem. `value` is what the file gave, which settles what the text
 * alone leaves open, such as how long a computed list is.
 */
export function locate(
  root: SourceNode,
  value: unknown,
  { path, at, piece }: Pick<Problem, 'path' | 'at' | 'piece'>,
): Stretch {
  let found: SourceChild = { key: null, node: settle(root, value) };
  let parent = found;
  let actual = value;
  for (const [index, step] of path.entries()) {
    const child = found.node.child(step, actual);
    if (child === null) {
      const lacksIt = at === 'missing' && index === path.length - 1;
      return (lacksIt ? found.node.opening : null) ?? markOf(found);
    }
    parent = found;
    actual = memberOf(actual, step);
    found = { ...child, node: settle(child.node, actual) };
  }
  if (at === 'key') return found.key ?? markOf(found);
  // The key is there, but holds nothing: `subject: undefined`.
  if (at === 'missing') return found.node.opening ?? found.key ?? markOf(found);
  if (typeof actual === 'string') {
    // Some statement that isn't understood has put another text there.
    if (compareNode(found.node, actual) === 'other') return markOf(parent);
    if (piece !== undefined) return locatePiece(found.node, actual, piece) ?? markOf(found);
  }
  return markOf(found);
}

/** The node of what gave the value of a field; null when it can't be found. */
export function findNode(root: SourceNode, value: unknown, path: FieldPath): SourceNode | null {
  let node = settle(root, value);
  let actual = value;
  for (const step of path) {
    const child = node.child(step, actual);
    if (child === null) return null;
    actual = memberOf(actual, step);
    node = settle(child.node, actual);
  }
  return node;
}

// --- internal ---

function settle(node: SourceNode, actual: unknown): SourceNode {
  return node.settle?.(actual) ?? node;
}

/** The value's own place, or its key's when nothing is written for the value. */
function markOf({ key, node }: SourceChild): Stretch {
  return node.mark.start === node.mark.end && key !== null ? key : node.mark;
}

function memberOf(value: unknown, step: string | number): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return (value as Readonly<Record<string | number, unknown>>)[step];
}
