import { arrayNode } from './typescript-array.ts';
import { type Expression, type MemberExpression, unwrap } from './typescript-ast.ts';
import { callNode } from './typescript-call.ts';
import { changedNode } from './typescript-changes.ts';
import { alternativesOf, choiceNode } from './typescript-choice.ts';
import { NO_LOCALS, type NodeContext, staticText, stretchOf } from './typescript-context.ts';
import { objectNode } from './typescript-object.ts';
import { followSteps } from './typescript-pattern.ts';
import type { Meaning } from './typescript-scope.ts';
import { partsOf } from './typescript-text.ts';
import { type SourceNode, scalarNode } from '../source-node.ts';
import type { Stretch } from '../stretch.ts';

/** The node of an expression; a constant's is that of its value, wherever it is written. */
export function expressionNode(wrapped: Expression, context: NodeContext): SourceNode {
  const expression = unwrap(wrapped);
  const whole = stretchOf(expression, context);
  switch (expression.type) {
    case 'ObjectExpression':
      return objectNode(expression, context);
    case 'ArrayExpression':
      return arrayNode(expression, context);
    case 'CallExpression':
      return callNode(expression, whole, context);
    case 'Identifier':
      return nameNode(expression.name, whole, context) ?? scalarNode(whole);
    case 'MemberExpression':
      return memberNode(expression, context) ?? scalarNode(whole);
    case 'ConditionalExpression':
    case 'LogicalExpression':
      return choiceNode(alternativesOf(expression), whole, context);
    case 'TaggedTemplateExpression': {
      const parts = () => partsOf(expression, whole, context);
      return { ...scalarNode(whole, whole, parts), isChanged: true };
    }
    default:
      return scalarNode(whole, whole, () => partsOf(expression, whole, context));
  }
}

/** The node of what a name stands for. `usage` is where the name is used. */
export function meaningNode(
  meaning: Meaning,
  usage: Stretch,
  context: NodeContext,
): SourceNode | null {
  switch (meaning.kind) {
    case 'expression': {
      const { expression, module, name, steps } = meaning;
      const inside = { ...context, module, locals: NO_LOCALS };
      const node = expressionNode(expression, inside);
      if (steps.length > 0) return followSteps(node, steps);
      return name === null ? node : changedNode(node, name, inside);
    }
    case 'data':
      return context.openData(meaning.file);
    case 'namespace': {
      const child = (step: string | number) => {
        const member = context.scope.resolveExport(meaning.file, String(step));
        const node = member === null ? null : meaningNode(member, usage, context);
        return node === null ? null : { key: usage, node };
      };
      return { mark: usage, opening: usage, whole: usage, child, parts: () => [] };
    }
  }
}

// --- internal ---

function nameNode(name: string, usage: Stretch, context: NodeContext): SourceNode | null {
  const local = context.locals.get(name);
  if (local !== undefined) return local();
  const meaning = context.scope.resolveName(context.module, name);
  return meaning === null ? null : meaningNode(meaning, usage, context);
}

/** `links.blog` and `links['blog']`, when `links` is known. */
function memberNode(member: MemberExpression, context: NodeContext): SourceNode | null {
  const { object, property, computed } = member;
  if (object.type === 'Super' || property.type === 'PrivateName') return null;
  const isName = !computed && property.type === 'Identifier';
  const step = isName
    ? property.name
    : property.type === 'NumericLiteral'
      ? property.value
      : staticText(property, context);
  return step === null ? null : (expressionNode(object, context).child(step, null)?.node ?? null);
}
