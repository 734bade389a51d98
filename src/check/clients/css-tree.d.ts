/** The part of css-tree that is used: its parser and walker without the data of all CSS. */
declare module 'css-tree/parser' {
  /** A node of any type: which of the fields it has depends on that. */
  export interface CssNode {
    readonly type: string;
    readonly name?: string | CssNode;
    readonly property?: string;
    readonly important?: boolean | string;
    readonly unit?: string;
    readonly value?: string | CssNode;
    readonly prelude?: CssNode | null;
    readonly block?: CssNode | null;
    readonly children?: Iterable<CssNode> | null;
  }
  export default function parse(css: string, options?: { readonly context?: string }): CssNode;
}

declare module 'css-tree/walker' {
  import type { CssNode } from 'css-tree/parser';

  export default function walk(
    ast: CssNode,
    visit: {
      readonly enter?: (node: CssNode) => void;
      readonly leave?: (node: CssNode) => void;
    },
  ): void;
}
