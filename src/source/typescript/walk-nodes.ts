import type { TypeScriptModule } from './typescript-ast.ts';

/** A node of a syntax tree, as far as one is told from another. */
export interface AnyNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/** All nodes of a file in the order in which they are written; none when it can't be parsed. */
export function* walkNodes(module: TypeScriptModule | null): Generator<AnyNode> {
  const open: unknown[] = [module?.program];
  while (open.length > 0) {
    const node = open.pop();
    if (typeof node !== 'object' || node === null) continue;
    if (isNode(node)) yield node;
    // Turned around, so that what is written first is looked at first.
    for (const inner of Object.values(node).reverse()) open.push(inner);
  }
}

// --- internal ---

function isNode(node: object): node is AnyNode {
  return 'type' in node && 'start' in node && typeof node.type === 'string';
}
