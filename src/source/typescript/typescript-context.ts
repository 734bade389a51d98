import { knownText } from '../compare-node.ts';
import type { SourceNode } from '../source-node.ts';
import type { Stretch } from '../stretch.ts';
import type { Expression, TypeScriptModule } from './typescript-ast.ts';
import type { Scope } from './typescript-scope.ts';

/** What the parameters and constants of a function stand for in one call; null when not known. */
export type Locals = ReadonlyMap<string, () => SourceNode | null>;

/** Outside of functions. */
export const NO_LOCALS: Locals = new Map();

/** Where an expression stands, and what making its node needs. */
export interface NodeContext {
  readonly module: TypeScriptModule;
  readonly scope: Scope;
  readonly locals: Locals;
  /** How many calls are gone into: a function may call itself. */
  readonly depth: number;
  /** The node of an expression of the module. */
  readonly nodeOf: (expression: Expression, context: NodeContext) => SourceNode;
  /** The node of a file of another format; null when it can't be parsed. */
  readonly openData: (file: string) => SourceNode | null;
}

/** A syntax node's place in its file. */
export function stretchOf(
  node: { readonly start?: number | null; readonly end?: number | null },
  { module: { file, text } }: NodeContext,
): Stretch {
  return { file, text, start: node.start ?? 0, end: node.end ?? 0 };
}

/** The text of an expression that is known without running it; null for any other. */
export function staticText(expression: Expression, context: NodeContext): string | null {
  return knownText(context.nodeOf(expression, context));
}
