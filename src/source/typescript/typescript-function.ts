import type { SourceNode } from '../source-node.ts';
import {
  type CallExpression,
  type Expression,
  type FunctionNode,
  type Pattern,
  type Statement,
  asFunction,
  unwrap,
} from './typescript-ast.ts';
import { type Locals, NO_LOCALS, type NodeContext } from './typescript-context.ts';
import { bindingsOf, followSteps } from './typescript-pattern.ts';
import type { Meaning } from './typescript-scope.ts';

/** A function of the author's, and where it is written. */
export interface KnownFunction {
  readonly node: FunctionNode;
  readonly context: NodeContext;
}

/** The function that is called by its name, or written where it is used; null for any other. */
export function knownFunction(
  callee: CallExpression['callee'],
  context: NodeContext,
): KnownFunction | null {
  if (
    callee.type === 'Super' ||
    callee.type === 'Import' ||
    callee.type === 'V8IntrinsicIdentifier'
  ) {
    return null;
  }
  const written = unwrap(callee);
  const own = asFunction(written);
  if (own !== null) return { node: own, context };
  const meaning = meaningOf(written, context);
  if (meaning?.kind !== 'expression' || meaning.steps.length > 0) return null;
  const node = asFunction(meaning.expression);
  if (node === null) return null;
  return { node, context: { ...context, module: meaning.module, locals: NO_LOCALS } };
}

/**
 * The node of what a function gives for these arguments: of what it returns, with the arguments in
 * place of its parameters. Null when that takes more than reading, such as a loop.
 */
export function calledNode(
  { node: fn, context }: KnownFunction,
  args: readonly (SourceNode | null)[],
  depth: number,
): SourceNode | null {
  if (fn.async || fn.generator === true || depth >= MAX_DEPTH) return null;
  const locals = new Map(context.locals);
  const inner: NodeContext = { ...context, locals, depth: depth + 1 };
  for (const [index, parameter] of fn.params.entries()) {
    bindNames(parameter, () => args[index] ?? null, inner, locals);
  }
  if (fn.body.type !== 'BlockStatement') return inner.nodeOf(fn.body, inner);
  let returned: Expression | null = null;
  for (const statement of fn.body.body) {
    if (statement.type === 'VariableDeclaration') {
      for (const { id, init } of statement.declarations) {
        if (init == null) continue;
        bindNames(id, () => inner.nodeOf(init, inner), inner, locals);
      }
    } else if (statement.type === 'ReturnStatement') returned ??= statement.argument ?? null;
    else if (holdsReturn(statement)) return null;
  }
  return returned === null ? null : inner.nodeOf(returned, inner);
}

// --- internal ---

const MAX_DEPTH = 6;

function meaningOf(callee: Expression, { scope, module, locals }: NodeContext): Meaning | null {
  if (callee.type === 'Identifier') {
    return locals.has(callee.name) ? null : scope.resolveName(module, callee.name);
  }
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return null;
  const { property } = callee;
  const object = scope.resolveName(module, callee.object.name);
  if (object?.kind !== 'namespace' || property.type !== 'Identifier') return null;
  return scope.resolveExport(object.file, property.name);
}

function bindNames(
  pattern: Pattern,
  value: () => SourceNode | null,
  context: NodeContext,
  into: Map<string, Locals extends ReadonlyMap<string, infer Local> ? Local : never>,
): void {
  for (const { name, steps, fallback } of bindingsOf(pattern)) {
    into.set(name, () => {
      const node = followSteps(value(), steps);
      return node ?? (fallback === null ? null : context.nodeOf(fallback, context));
    });
  }
}

/** True for an `if` or a loop that may end the function. */
function holdsReturn(statement: Statement): boolean {
  const open: unknown[] = [statement];
  while (open.length > 0) {
    const node = open.pop();
    if (typeof node !== 'object' || node === null) continue;
    const type = 'type' in node ? node.type : null;
    if (type === 'ReturnStatement') return true;
    if (/Function|Method/.test(String(type))) continue;
    open.push(...(Object.values(node) as unknown[]));
  }
  return false;
}
