import type { SourceNode } from './source-node.ts';

/**
 * Whether a node can be what gave a value: `same` when something written in it is in the value,
 * `other` when something contradicts it, `open` when only running it would tell.
 */
export type Likeness = 'same' | 'open' | 'other';

export function compareNode(node: SourceNode, actual: unknown, depth = 0): Likeness {
  const settled = node.settle?.(actual) ?? node;
  const likeness = compareSettled(settled, actual, depth);
  return likeness === 'other' && settled.isChanged === true ? 'open' : likeness;
}

/** The node that can best be what gave a value; null when none can, or none is known to. */
export function pickNode(
  nodes: readonly SourceNode[],
  actual: unknown,
  accepted: readonly Likeness[] = ['same', 'open'],
): SourceNode | null {
  const compared = nodes.map((node) => ({ node, likeness: compareNode(node, actual) }));
  for (const wanted of accepted) {
    const found = compared.find(({ likeness }) => likeness === wanted);
    if (found !== undefined) return found.node.settle?.(actual) ?? found.node;
  }
  return null;
}

/** The text of a node that is known without running it; null for any other. */
export function knownText(node: SourceNode): string | null {
  let text = '';
  for (const { decoded } of node.parts()) {
    if (decoded === null) return null;
    text += decoded.value;
  }
  return text;
}

// --- internal ---

/** Deep enough to tell things apart; what is compared may be compared again further in. */
const MAX_DEPTH = 4;
const MAX_MEMBERS = 30;

function compareSettled(node: SourceNode, actual: unknown, depth: number): Likeness {
  if (depth > MAX_DEPTH || actual === undefined) return 'open';
  if (Array.isArray(actual)) return compareList(node, actual as readonly unknown[], depth);
  if (typeof actual === 'object' && actual !== null) return compareObject(node, actual, depth);
  if (node.opening !== null) return 'other';
  const text = knownText(node);
  if (text === null) return 'open';
  const given = writtenAs(actual);
  if (given === null) return 'other';
  return withoutBlanks(text) === withoutBlanks(given) ? 'same' : 'other';
}

function compareList(node: SourceNode, list: readonly unknown[], depth: number): Likeness {
  const members = node.members?.();
  if (members === undefined) return compareUnlisted(node);
  if (members.some(({ counts }) => counts === 'unknown')) return 'open';
  if (members.length !== list.length) return 'other';
  return combine(
    members.slice(0, MAX_MEMBERS).map((member, index) => {
      return compareNode(member.node, list[index], depth + 1);
    }),
  );
}

function compareObject(node: SourceNode, object: object, depth: number): Likeness {
  if (node.members !== undefined) return 'other';
  if (node.opening === null) return compareUnlisted(node);
  return combine(
    Object.entries(object)
      .slice(0, MAX_MEMBERS)
      .map(([key, value]) => {
        const child = node.child(key, object);
        return child === null ? 'other' : compareNode(child.node, value, depth + 1);
      }),
  );
}

/** A text is no list and no object; what else has no members may be anything. */
function compareUnlisted(node: SourceNode): Likeness {
  return knownText(node) === null ? 'open' : 'other';
}

function combine(all: readonly Likeness[]): Likeness {
  if (all.includes('other')) return 'other';
  return all.includes('same') ? 'same' : 'open';
}

/** A plain value as it is written; null for what can't be. */
function writtenAs(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (value === null || typeof value === 'number' || typeof value === 'boolean') {
    return String(value);
  }
  return null;
}

function withoutBlanks(text: string): string {
  return text.replace(/\s+/g, '');
}
