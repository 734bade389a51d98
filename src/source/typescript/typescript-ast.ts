import type { parse } from '@babel/parser';

/** The syntax tree of a file, with the types that the parser's own declarations give. */
export type Program = ReturnType<typeof parse>['program'];
export type Statement = Program['body'][number];
export type Expression = NodeOf<Statement, 'ExpressionStatement'>['expression'];
export type ObjectExpression = NodeOf<Expression, 'ObjectExpression'>;
export type ArrayExpression = NodeOf<Expression, 'ArrayExpression'>;
export type CallExpression = NodeOf<Expression, 'CallExpression'>;
export type MemberExpression = NodeOf<Expression, 'MemberExpression'>;
export type TemplateLiteral = NodeOf<Expression, 'TemplateLiteral'>;
export type TaggedTemplate = NodeOf<Expression, 'TaggedTemplateExpression'>;
export type ObjectMember = ObjectExpression['properties'][number];
export type FunctionNode =
  | NodeOf<Expression, 'ArrowFunctionExpression'>
  | NodeOf<Expression, 'FunctionExpression'>
  | NodeOf<Statement, 'FunctionDeclaration'>;
/** What a declaration or a parameter binds: a name, or names in brackets. */
export type Pattern =
  | FunctionNode['params'][number]
  | NodeOf<Statement, 'VariableDeclaration'>['declarations'][0]['id'];

type NodeOf<Union, Type extends string> = Extract<Union, { readonly type: Type }>;

/** A file that was parsed. */
export interface TypeScriptModule {
  /** Absolute path. */
  readonly file: string;
  readonly text: string;
  readonly program: Program;
}

/** An expression without what only tells its type: `as const`, `satisfies Issue`, `!`. */
export function unwrap(expression: Expression): Expression {
  let inner = expression;
  for (;;) {
    switch (inner.type) {
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'TSNonNullExpression':
      case 'TSTypeAssertion':
      case 'TSInstantiationExpression':
      case 'ParenthesizedExpression':
        inner = inner.expression;
        break;
      default:
        return inner;
    }
  }
}

/** An expression, or a function's declaration, as a function; null for any other. */
export function asFunction(node: Expression): FunctionNode | null {
  const inner = unwrap(node) as Expression | FunctionNode;
  switch (inner.type) {
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
    case 'FunctionDeclaration':
      return inner;
    default:
      return null;
  }
}
