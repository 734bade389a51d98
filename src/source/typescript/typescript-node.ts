import { decodeEscapes } from '../decode-escapes.ts';
import { createDecoder } from '../decoded.ts';
import { arrayNode } from './typescript-array.ts';
import { objectNode } from './typescript-object.ts';
import {
  type CallExpression,
  type Expression,
  type MemberExpression,
  type TemplateLiteral,
  unwrap,
} from './typescript-ast.ts';
import { type NodeContext, staticText, stretchOf } from './typescript-context.ts';
import type { Meaning } from './typescript-scope.ts';
import { type SourceNode, type StringPart, scalarNode } from '../source-node.ts';
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
    case 'Identifier': {
      const meaning = context.scope.resolveName(context.module, expression.name);
      return (meaning === null ? null : meaningNode(meaning, whole, context)) ?? scalarNode(whole);
    }
    case 'MemberExpression':
      return memberNode(expression, context) ?? scalarNode(whole);
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
    case 'expression':
      return expressionNode(meaning.expression, { ...context, module: meaning.module });
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

/**
 * A call is taken for a builder: it gives the object it is given, and, when that has no `kind`, its
 * own name as the kind.
 */
function callNode(call: CallExpression, whole: Stretch, context: NodeContext): SourceNode {
  const [first] = call.arguments;
  if (
    first === undefined ||
    first.type === 'SpreadElement' ||
    first.type === 'ArgumentPlaceholder'
  ) {
    return scalarNode(whole);
  }
  const fields = expressionNode(first, context);
  if (fields.opening === null || fields.members !== undefined) return scalarNode(whole);
  const { callee } = call;
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

function partsOf(
  expression: Expression,
  whole: Stretch,
  context: NodeContext,
): readonly StringPart[] {
  const { text } = context.module;
  switch (expression.type) {
    case 'StringLiteral':
      return [{ stretch: whole, decoded: decodeEscapes(text, whole.start + 1, whole.end - 1) }];
    case 'NumericLiteral': {
      const decoder = createDecoder();
      decoder.add(String(expression.value), whole.start, whole.end);
      return [{ stretch: whole, decoded: decoder.result() }];
    }
    case 'TemplateLiteral':
      return templateParts(expression, context);
    case 'BinaryExpression': {
      const { left, operator, right } = expression;
      if (operator !== '+' || left.type === 'PrivateName') break;
      return [left, right].flatMap((side) => expressionNode(side, context).parts());
    }
  }
  return [{ stretch: whole, decoded: null }];
}

function templateParts(template: TemplateLiteral, context: NodeContext): readonly StringPart[] {
  return template.quasis.flatMap((quasi, index) => {
    const stretch = stretchOf(quasi, context);
    const decoded = decodeEscapes(stretch.text, stretch.start, stretch.end);
    const value = template.expressions[index];
    const behind = value === undefined ? [] : expressionNode(value as Expression, context).parts();
    return [{ stretch, decoded }, ...behind];
  });
}
