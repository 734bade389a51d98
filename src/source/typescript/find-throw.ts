import { parseTypeScript } from './parse-typescript.ts';
import type { Stretch } from '../stretch.ts';
import { type AnyNode, walkNodes } from './walk-nodes.ts';

/**
 * Guesses which statement of these files threw what is no error, as that has no stack: the one that
 * throws this very text, else the only one there is. Null when that doesn't decide it.
 */
export function findThrow(texts: ReadonlyMap<string, string>, thrown: unknown): Stretch | null {
  const throws: { readonly stretch: Stretch; readonly isSame: boolean }[] = [];
  for (const [file, text] of texts) {
    for (const node of walkNodes(parseTypeScript(file, text))) {
      if (!isThrow(node) || node.argument.type === 'NewExpression') continue;
      const { start, end, argument } = node;
      const isSame = argument.value !== undefined && argument.value === thrown;
      throws.push({ stretch: { file, text, start, end }, isSame });
    }
  }
  const same = throws.filter(({ isSame }) => isSame);
  const [only] = same.length > 0 ? same : throws;
  return (same.length > 0 ? same : throws).length === 1 ? (only?.stretch ?? null) : null;
}

// --- internal ---

interface Throw extends AnyNode {
  readonly argument: { readonly type: string; readonly value?: unknown };
}

function isThrow(node: AnyNode): node is Throw {
  return node.type === 'ThrowStatement';
}
