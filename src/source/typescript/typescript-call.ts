import { compareNode, pickNode } from '../compare-node.ts';
import { type ListMember, type SourceNode, scalarNode } from '../source-node.ts';
import type { Stretch } from '../stretch.ts';
import type { CallExpression, Expression } from './typescript-ast.ts';
import { type NodeContext, staticText, stretchOf } from './typescript-context.ts';
import { type KnownFunction, calledNode, knownFunction } from './typescript-function.ts';
import { joinedParts } from './typescript-text.ts';

/** The node of a call: of what a function of the author's returns, else of what it is given. */
export function callNode(call: CallExpression, whole: Stretch, context: NodeContext): SourceNode {
  const given = givenNode(call, whole, context);
  const known = knownFunction(call.callee, context);
  if (known === null) return given;
  const args = argumentsOf(call, context);
  const called = args === null ? null : calledNode(known, args, context.depth);
  if (called === null) return given;
  return {
    ...called,
    settle: (actual) => {
      const settled = called.settle?.(actual) ?? called;
      return compareNode(settled, actual) === 'other' ? given : settled;
    },
  };
}

// --- internal ---

/** The node of a call of a function that isn't known. */
function givenNode(call: CallExpression, whole: Stretch, context: NodeContext): SourceNode {
  const method = methodOf(call, context);
  if (method !== null) return methodNode(call, method, whole, context);
  const args = argumentsOf(call, context) ?? [];
  const [fields] = args;
  if (fields === undefined) return scalarNode(whole);
  if (isAssign(call)) return assignedNode(args, fields, whole);
  if (fields.members !== undefined) return likelyNode(fields, whole);
  return fields.opening === null
    ? textNode(fields, whole)
    : builderNode(call, fields, whole, context);
}

/**
 * A call is taken for a builder: it gives the object it is given, and, when that has no `kind`, its
 * own name as the kind.
 */
function builderNode(
  { callee }: CallExpression,
  fields: SourceNode,
  whole: Stretch,
  context: NodeContext,
): SourceNode {
  const mark = stretchOf(callee.type === 'MemberExpression' ? callee.property : callee, context);
  return {
    mark,
    opening: fields.opening,
    whole,
    child: (step, actual) => {
      const field = fields.child(step, actual);
      return field ?? (step === 'kind' ? { key: mark, node: scalarNode(mark) } : null);
    },
    parts: () => [{ stretch: whole, decoded: null }],
  };
}

function isAssign({ callee }: CallExpression): boolean {
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return false;
  const isName = callee.property.type === 'Identifier' && callee.property.name === 'assign';
  return isName && callee.object.name === 'Object';
}

/** `Object.assign({}, base, { … })`: what is given later wins. */
function assignedNode(args: readonly SourceNode[], first: SourceNode, whole: Stretch): SourceNode {
  const opened = args.findLast(({ opening }) => opening !== null) ?? first;
  return {
    ...scalarNode(opened.mark, whole),
    opening: opened.opening,
    child: (step, actual) => {
      for (const node of args.toReversed()) {
        const child = node.child(step, actual);
        if (child !== null) return child;
      }
      return null;
    },
  };
}

/** A call that may give its list back, such as `Object.freeze([ … ])`. */
function likelyNode(list: SourceNode, whole: Stretch): SourceNode {
  const settle = (actual: unknown): SourceNode => {
    return compareNode(list, actual) === 'same' ? list : scalarNode(whole);
  };
  return { ...scalarNode(whole), settle };
}

/** A call that makes a text from another, such as `dedent('…')`. */
function textNode(text: SourceNode, whole: Stretch): SourceNode {
  return { ...scalarNode(whole, whole, () => text.parts()), isChanged: true };
}

interface Method {
  readonly name: string;
  /** What it is a method of. */
  readonly object: SourceNode;
}

/** The method that is called on a value that is written somewhere, such as `[ … ].join`. */
function methodOf({ callee }: CallExpression, context: NodeContext): Method | null {
  if (callee.type !== 'MemberExpression' || callee.object.type === 'Super') return null;
  const { property } = callee;
  if (callee.computed || property.type !== 'Identifier') return null;
  const object = context.nodeOf(callee.object, context);
  const isText = object.opening === null && object.parts().some(({ decoded }) => decoded !== null);
  return object.members !== undefined || isText ? { name: property.name, object } : null;
}

function methodNode(
  call: CallExpression,
  { name, object }: Method,
  whole: Stretch,
  context: NodeContext,
): SourceNode {
  const { members } = object;
  const [argument] = call.arguments;
  if (members === undefined) return textNode(object, whole);
  if (name === 'join') {
    const separator = argument === undefined ? ',' : staticText(argument as Expression, context);
    const parts = separator === null ? null : joinedParts(object, separator, whole);
    // More may have been pushed than is written, in a loop.
    return parts === null
      ? scalarNode(whole)
      : { ...scalarNode(whole, whole, () => parts), isChanged: true };
  }
  if (name === 'map' || name === 'flatMap') {
    const fn = argument === undefined ? null : knownFunction(argument as Expression, context);
    const isOne = members().every(({ counts }) => counts === 'one');
    return fn === null || name === 'flatMap' || !isOne
      ? scalarNode(whole)
      : listNode(whole, () => mapped(members(), fn, context));
  }
  return pickingNode(members, whole);
}

function mapped(
  members: readonly ListMember[],
  fn: KnownFunction,
  context: NodeContext,
): readonly ListMember[] {
  return members.map(({ node }) => {
    const made = calledNode(fn, [node], context.depth) ?? scalarNode(node.whole);
    const settle = (actual: unknown): SourceNode => {
      const settled = made.settle?.(actual) ?? made;
      return compareNode(settled, actual) === 'other' ? scalarNode(node.whole) : settled;
    };
    return { node: { ...made, settle }, counts: 'one' };
  });
}

/** A list whose members are known. */
function listNode(whole: Stretch, members: () => readonly ListMember[]): SourceNode {
  return {
    ...scalarNode(whole),
    opening: whole,
    child: (step) => {
      const node = members()[Number(step)]?.node;
      return node === undefined ? null : { key: null, node };
    },
    members,
  };
}

/** Some members of a list, as `filter` and `toSorted` give them, or one, as `at`: the values tell. */
function pickingNode(members: () => readonly ListMember[], whole: Stretch): SourceNode {
  const pick = (actual: unknown): SourceNode | null => {
    return pickNode(
      members().map(({ node }) => node),
      actual,
      ['same'],
    );
  };
  const list: SourceNode = {
    ...scalarNode(whole),
    opening: whole,
    child: (step, actual) => {
      const node = Array.isArray(actual) ? pick((actual as unknown[])[Number(step)]) : null;
      return node === null ? null : { key: null, node };
    },
    members: () => [{ node: scalarNode(whole), counts: 'unknown', pick }],
    settle: (actual) => (Array.isArray(actual) ? list : (pick(actual) ?? scalarNode(whole))),
  };
  return list;
}

/** The nodes of a call's arguments; null when their number isn't known. */
function argumentsOf(call: CallExpression, context: NodeContext): readonly SourceNode[] | null {
  const nodes: SourceNode[] = [];
  for (const argument of call.arguments) {
    if (argument.type === 'SpreadElement' || argument.type === 'ArgumentPlaceholder') return null;
    nodes.push(context.nodeOf(argument, context));
  }
  return nodes;
}
