/** A stretch of the marked text, in UTF-16 units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** `name="value"` in a start tag. */
export interface Attribute {
  readonly name: string;
  /** As written, with the marks of tags in it. */
  readonly value: string;
  readonly nameRange: Range;
  readonly valueRange: Range;
  readonly quoted: boolean;
}

/** A start tag. */
export interface StartTag {
  readonly name: string;
  readonly attributes: readonly Attribute[];
  /** The marks that stand between attributes rather than in one. */
  readonly looseMarks: readonly Range[];
  readonly selfClosing: boolean;
  /** From `<` to after `>`. */
  readonly range: Range;
}

/** An element of MJML. */
export interface MjmlElement {
  readonly kind: 'element';
  readonly name: string;
  readonly tag: StartTag;
  readonly children: readonly MarkupNode[];
  /** For elements whose content MJML takes over as it is; else null. */
  readonly content: Content | null;
}

/** What stands inside `mj-text` and its like. */
export interface Content {
  readonly range: Range;
  /** The start tags of its HTML. */
  readonly tags: readonly StartTag[];
}

/** A tag of the template between elements; `index` is the number of its mark. */
export interface MarkNode {
  readonly kind: 'mark';
  readonly index: number;
  readonly range: Range;
}

/** Text between elements, which MJML drops. */
export interface StrayText {
  readonly kind: 'stray';
  readonly range: Range;
}

export type MarkupNode = MjmlElement | MarkNode | StrayText;

/** Every element under some nodes, outermost first, with the elements around it. */
export function* walkElements(
  nodes: readonly MarkupNode[],
  ancestors: readonly MjmlElement[] = [],
): Generator<readonly [MjmlElement, readonly MjmlElement[]]> {
  for (const node of nodes) {
    if (node.kind !== 'element') continue;
    yield [node, ancestors];
    yield* walkElements(node.children, [...ancestors, node]);
  }
}
