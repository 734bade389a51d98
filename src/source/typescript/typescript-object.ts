import type { SourceChild, SourceNode } from '../source-node.ts';
import type { Stretch } from '../stretch.ts';
import type { Expression, ObjectExpression, ObjectMember } from './typescript-ast.ts';
import { type NodeContext, staticText, stretchOf } from './typescript-context.ts';

/** The node of `{ … }`, with what is spread into it. */
export function objectNode(object: ObjectExpression, context: NodeContext): SourceNode {
  const whole = stretchOf(object, context);
  const [first] = object.properties;
  const mark = first === undefined ? whole : openingOf(first, context);
  return {
    mark,
    opening: mark,
    whole,
    child: (step, actual) => {
      // What is written later wins.
      for (const member of object.properties.toReversed()) {
        const child = childIn(member, String(step), actual, context);
        if (child !== null) return child;
      }
      return null;
    },
    parts: () => [{ stretch: whole, decoded: null }],
  };
}

// --- internal ---

function openingOf(member: ObjectMember, context: NodeContext): Stretch {
  return stretchOf(member.type === 'SpreadElement' ? member : member.key, context);
}

function childIn(
  member: ObjectMember,
  name: string,
  actual: unknown,
  context: NodeContext,
): SourceChild | null {
  if (member.type === 'SpreadElement') {
    return context.nodeOf(member.argument, context).child(name, actual);
  }
  if (keyOf(member, context) !== name) return null;
  const value = member.type === 'ObjectMethod' ? member.body : member.value;
  return {
    key: stretchOf(member.key, context),
    node: context.nodeOf(value as Expression, context),
  };
}

function keyOf(
  { key, computed }: Exclude<ObjectMember, { readonly type: 'SpreadElement' }>,
  context: NodeContext,
): string | null {
  if (!computed && key.type === 'Identifier') return key.name;
  return key.type === 'PrivateName' ? null : staticText(key, context);
}
