import { parseTypeScript } from './parse-typescript.ts';
import type { Stretch } from '../stretch.ts';
import { type AnyNode, walkNodes } from './walk-nodes.ts';

/**
 * Guesses which loop of these files never ends, as a script that is stopped leaves no stack: the
 * first without a condition, else the only one there is. Null when that doesn't decide it.
 */
export function findLoop(texts: ReadonlyMap<string, string>): Stretch | null {
  const loops: { readonly stretch: Stretch; readonly isEndless: boolean }[] = [];
  for (const [file, text] of texts) {
    for (const node of walkNodes(parseTypeScript(file, text))) {
      if (!isLoop(node)) continue;
      const { start, end, test } = node;
      const isEndless = test === null || test?.type === 'BooleanLiteral';
      loops.push({ stretch: { file, text, start, end }, isEndless });
    }
  }
  const endless = loops.find(({ isEndless }) => isEndless);
  return (endless ?? (loops.length === 1 ? loops[0] : undefined))?.stretch ?? null;
}

// --- internal ---

interface Loop extends AnyNode {
  readonly test?: { readonly type: string } | null;
}

function isLoop(node: AnyNode): node is Loop {
  return ['WhileStatement', 'DoWhileStatement', 'ForStatement'].includes(node.type);
}
