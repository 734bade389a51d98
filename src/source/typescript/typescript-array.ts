import type { ListMember, SourceNode } from '../source-node.ts';
import { scalarNode } from '../source-node.ts';
import { pickNode } from '../compare-node.ts';
import { type ArrayExpression, type Expression, unwrap } from './typescript-ast.ts';
import { alternativesOf } from './typescript-choice.ts';
import { type NodeContext, stretchOf } from './typescript-context.ts';

/** The node of `[ … ]`, with what is spread into it. */
export function arrayNode(array: ArrayExpression, context: NodeContext): SourceNode {
  const whole = stretchOf(array, context);
  const isEmpty = array.elements.length === 0;
  const mark = isEmpty ? whole : { ...whole, end: whole.start + 1 };
  const members = () => membersOf(array, context);
  return {
    mark,
    opening: mark,
    whole,
    child: (step, actual) => {
      const node = memberAt(members(), Number(step), actual);
      return node === null ? null : { key: null, node };
    },
    parts: () => [{ stretch: whole, decoded: null }],
    members,
  };
}

// --- internal ---

function membersOf(array: ArrayExpression, context: NodeContext): readonly ListMember[] {
  return array.elements.flatMap((element): readonly ListMember[] => {
    // A hole, as in [1, , 2].
    if (element === null) return [{ node: scalarNode(stretchOf(array, context)), counts: 'one' }];
    if (element.type !== 'SpreadElement') {
      return [{ node: context.nodeOf(element, context), counts: 'one' }];
    }
    const spread = context.nodeOf(element.argument, context);
    if (spread.members !== undefined) return spread.members();
    const pick = (actual: unknown) => pickMember(element.argument, actual, context);
    return [{ node: scalarNode(stretchOf(element, context)), counts: 'unknown', pick }];
  });
}

/** The member of a list that a condition decides on, such as `...(isLong ? [more] : [])`. */
function pickMember(spread: Expression, actual: unknown, context: NodeContext): SourceNode | null {
  const lists = alternativesOf(unwrap(spread)).map((one) => context.nodeOf(one, context));
  const nodes = lists.flatMap((list) => list.members?.() ?? []).map(({ node }) => node);
  return pickNode(nodes, actual);
}

/**
 * The member at an index: counted from the front up to the first spread of unknown length, and from
 * the back, when the real list's length is known, down to the last one.
 */
function memberAt(
  members: readonly ListMember[],
  index: number,
  actual: unknown,
): SourceNode | null {
  const isUnknown = ({ counts }: ListMember): boolean => counts === 'unknown';
  const first = members.findIndex(isUnknown);
  if (first === -1 && Array.isArray(actual) && actual.length !== members.length) {
    // Some list in it was changed where that can't be followed.
    const nodes = members.map(({ node }) => node);
    return pickNode(nodes, actual[index], ['same']);
  }
  if (first === -1 || index < first) return members[index]?.node ?? null;
  if (!Array.isArray(actual)) return null;
  const last = members.findLastIndex(isUnknown);
  const behind = members.length - (actual.length - index);
  if (behind > last) return members[behind]?.node ?? null;
  for (const { pick } of members.slice(first, last + 1)) {
    const picked = pick?.(actual[index]) ?? null;
    if (picked !== null) return picked;
  }
  return first === last ? (members[first]?.node ?? null) : null;
}
