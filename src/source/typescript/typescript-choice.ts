import { compareNode, pickNode } from '../compare-node.ts';
import { type SourceNode, scalarNode } from '../source-node.ts';
import type { Stretch } from '../stretch.ts';
import { type Expression, unwrap } from './typescript-ast.ts';
import type { NodeContext } from './typescript-context.ts';

/** What an expression may give, where a condition decides: `a ? b : c`, `a ?? b`, `a && b`. */
export function alternativesOf(expression: Expression): readonly Expression[] {
  switch (expression.type) {
    case 'ConditionalExpression':
      return [expression.consequent, expression.alternate].flatMap(alternativesIn);
    case 'LogicalExpression':
      return [expression.left, expression.right].flatMap(alternativesIn);
    default:
      return [];
  }
}

/** The node of such an expression: that of the alternative which can have given the value. */
export function choiceNode(
  alternatives: readonly Expression[],
  whole: Stretch,
  context: NodeContext,
): SourceNode {
  const nodes = alternatives.map((one) => context.nodeOf(one, context));
  return undecidedNode(nodes, whole);
}

/** One of several nodes, or none of them: the value decides. */
export function undecidedNode(nodes: readonly SourceNode[], whole: Stretch): SourceNode {
  const settle = (actual: unknown): SourceNode => pickNode(nodes, actual) ?? scalarNode(whole);
  return {
    mark: whole,
    opening: nodes.find(({ opening }) => opening !== null)?.opening ?? null,
    whole,
    // Spread into an object, `actual` is that object.
    child: (step, actual) => {
      const children = nodes.flatMap((node) => node.child(step, actual) ?? []);
      const value = memberOf(actual, step);
      return children.find(({ node }) => compareNode(node, value) !== 'other') ?? null;
    },
    parts: () => {
      const parts = (text: string) => pickNode(nodes, text)?.parts() ?? [];
      return [{ stretch: whole, decoded: null, settle: parts }];
    },
    settle,
  };
}

// --- internal ---

function alternativesIn(expression: Expression): readonly Expression[] {
  const inner = unwrap(expression);
  const further = alternativesOf(inner);
  return further.length === 0 ? [inner] : further;
}

function memberOf(value: unknown, step: string | number): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return (value as Readonly<Record<string | number, unknown>>)[step];
}
