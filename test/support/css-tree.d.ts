/** The part of css-tree that the tests use. */
declare module 'css-tree' {
  interface CssNode {
    readonly type: string;
    readonly name?: string;
    readonly unit?: string;
    readonly value?: unknown;
  }
  interface Declaration extends CssNode {
    readonly type: 'Declaration';
    readonly property: string;
    readonly value: CssNode;
  }
  interface ParseOptions {
    readonly context?: string;
    readonly parseValue?: boolean;
    readonly onParseError?: (error: Error) => void;
  }
  interface WalkContext {
    readonly atrule: CssNode | null;
  }
  function parse(css: string, options?: ParseOptions): CssNode;
  function walk(
    ast: CssNode,
    visit: (this: WalkContext, node: CssNode | Declaration) => void,
  ): void;
  function generate(ast: CssNode): string;
  const lexer: {
    matchProperty(property: string, value: CssNode): { readonly error: Error | null };
  };
}
