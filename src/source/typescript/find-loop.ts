import { parseTypeScript } from './parse-typescript.ts';
import type { Stretch } from '../stretch.ts';

/**
 * Guesses which loop of these files never ends, as a script that is stopped leaves no stack: the
 * first without a condition, else the only one there is. Null when that doesn't decide it.
 */
export function findLoop(texts: ReadonlyMap<string, string>): Stretch | null {
  const loops: { readonly stretch: Stretch; readonly isEndless: boolean }[] = [];
  for (const [file, text] of texts) {
    const open: unknown[] = [parseTypeScript(file, text)?.program];
    for (let node = open.pop(); node !== undefined || open.length > 0; node = open.pop()) {
      if (isLoop(node)) {
        const { start, end, test } = node;
        const isEndless = test === null || test?.type === 'BooleanLiteral';
        loops.push({ stretch: { file, text, start, end }, isEndless });
      }
      // Turned around, so that what is written first is looked at first.
      if (typeof node !== 'object' || node === null) continue;
      for (const inner of Object.values(node).reverse()) open.push(inner);
    }
  }
  const endless = loops.find(({ isEndless }) => isEndless);
  return (endless ?? (loops.length === 1 ? loops[0] : undefined))?.stretch ?? null;
}

// --- internal ---

interface Loop {
  readonly start: number;
  readonly end: number;
  readonly test?: { readonly type: string } | null;
}

function isLoop(node: unknown): node is Loop {
  if (typeof node !== 'object' || node === null || !('type' in node)) return false;
  return ['WhileStatement', 'DoWhileStatement', 'ForStatement'].includes(String(node.type));
}
