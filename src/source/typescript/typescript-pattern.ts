import type { SourceNode } from '../source-node.ts';
import type { Expression, Pattern } from './typescript-ast.ts';

/** A name that a pattern binds: where in the value it is found, and what it is else. */
export interface Binding {
  readonly name: string;
  readonly steps: readonly (string | number)[];
  /** Of `{ url = '…' }` or `(url = '…')`. */
  readonly fallback: Expression | null;
}

/** The names that `url`, `{ title, url: link = '' }` or `[first, second]` bind; not `...rest`. */
export function bindingsOf(pattern: Pattern): readonly Binding[] {
  return bind(pattern as AnyPattern, [], null);
}

/** The node that steps lead to; null when the value is not known that far. */
export function followSteps(
  node: SourceNode | null,
  steps: readonly (string | number)[],
): SourceNode | null {
  let at = node;
  for (const step of steps) at = at?.child(step, undefined)?.node ?? null;
  return at;
}

// --- internal ---

/** The patterns that bind names by a path, as the parser gives them. */
type AnyPattern =
  | { readonly type: 'Identifier'; readonly name: string }
  | { readonly type: 'AssignmentPattern'; readonly left: AnyPattern; readonly right: Expression }
  | { readonly type: 'ArrayPattern'; readonly elements: readonly (AnyPattern | null)[] }
  | { readonly type: 'ObjectPattern'; readonly properties: readonly ObjectPatternMember[] }
  | { readonly type: 'Other' };

type ObjectPatternMember =
  | {
      readonly type: 'ObjectProperty';
      readonly computed: boolean;
      readonly key: { readonly name?: string; readonly value?: unknown };
      readonly value: AnyPattern;
    }
  | { readonly type: 'RestElement' };

function bind(
  pattern: AnyPattern,
  steps: readonly (string | number)[],
  fallback: Expression | null,
): readonly Binding[] {
  switch (pattern.type) {
    case 'Identifier':
      return [{ name: pattern.name, steps, fallback }];
    case 'AssignmentPattern':
      return bind(pattern.left, steps, pattern.right);
    case 'ArrayPattern':
      return pattern.elements.flatMap((element, index) => {
        return element === null ? [] : bind(element, [...steps, index], null);
      });
    case 'ObjectPattern':
      return pattern.properties.flatMap((member) => {
        if (member.type !== 'ObjectProperty' || member.computed) return [];
        const key = member.key.name ?? String(member.key.value);
        return bind(member.value, [...steps, key], null);
      });
    default:
      return [];
  }
}
