import type { ListMember, SourceNode } from '../source-node.ts';
import type { Stretch } from '../stretch.ts';
import type { Expression, MemberExpression, TypeScriptModule } from './typescript-ast.ts';
import { type NodeContext, stretchOf } from './typescript-context.ts';

/**
 * The node of a constant together with what the statements of its file do to it:
 * `issue.subject = '…'` and `sections.push(…)`.
 */
export function changedNode(node: SourceNode, name: string, context: NodeContext): SourceNode {
  const changes = changesOf(context.module, name);
  if (changes.length === 0) return node;
  const fields = changes.flatMap((change) => ('value' in change ? [change] : []));
  const pushed = changes
    .flatMap((change) => ('pushed' in change ? change.pushed : []))
    .map((one): ListMember => ({ node: context.nodeOf(one, context), counts: 'one' }));
  const { members: listed } = node;
  const members = () => [...(listed?.() ?? []), ...pushed];
  return {
    ...node,
    child: (step, actual) => {
      const field = fields.findLast(({ key }) => key === String(step));
      if (field !== undefined) {
        const key: Stretch = stretchOf(field.target, context);
        return { key, node: context.nodeOf(field.value, context) };
      }
      const count = listed?.().length ?? 0;
      const isPushed = pushed.length > 0 && Number(step) >= count;
      const added = isPushed ? members()[Number(step)] : undefined;
      return added === undefined ? node.child(step, actual) : { key: null, node: added.node };
    },
    ...(listed === undefined ? {} : { members }),
  };
}

// --- internal ---

type Change =
  | {
      readonly key: string;
      readonly target: MemberExpression['property'];
      readonly value: Expression;
    }
  | { readonly pushed: readonly Expression[] };

function changesOf({ program }: TypeScriptModule, name: string): readonly Change[] {
  return program.body.flatMap((statement) => {
    if (statement.type !== 'ExpressionStatement') return [];
    const change = changeIn(statement.expression, name);
    return change === null ? [] : [change];
  });
}

function changeIn(expression: Expression, name: string): Change | null {
  if (expression.type === 'AssignmentExpression') {
    const { left, right, operator } = expression;
    if (operator !== '=' || left.type !== 'MemberExpression' || !isOf(left, name)) return null;
    const { property, computed } = left;
    if (property.type === 'Identifier' && !computed) {
      return { key: property.name, target: property, value: right };
    }
    if (property.type !== 'StringLiteral' && property.type !== 'NumericLiteral') return null;
    return { key: String(property.value), target: property, value: right };
  }
  if (expression.type !== 'CallExpression') return null;
  const { callee } = expression;
  if (callee.type !== 'MemberExpression' || !isOf(callee, name)) return null;
  if (callee.property.type !== 'Identifier' || callee.property.name !== 'push') return null;
  const pushed = expression.arguments.filter((one): one is Expression => {
    return one.type !== 'SpreadElement' && one.type !== 'ArgumentPlaceholder';
  });
  return pushed.length === expression.arguments.length ? { pushed } : null;
}

function isOf({ object }: MemberExpression, name: string): boolean {
  return object.type === 'Identifier' && object.name === name;
}
