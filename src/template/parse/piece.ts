import type { Span } from '../problem.ts';

/** A value written out in a template: `"  * "`, `72`, `true`. */
export interface Literal {
  readonly kind: 'literal';
  readonly value: string | number | boolean;
  readonly span: Span;
}

/** A way to a value: `author.name`, `../title`, `@root.issue.number`, `@first`, `this`. */
export interface Path {
  readonly kind: 'path';
  /** As written. */
  readonly text: string;
  /** How many `../` it starts with. */
  readonly up: number;
  /** The word after an `@`, else null. */
  readonly data: string | null;
  readonly names: readonly string[];
  readonly span: Span;
}

/** The helpers that open a block. */
export type BlockName = 'if' | 'unless' | 'each' | 'with';

/** Literal text. Its `text` differs from the source only where a design token was filled in. */
export interface Text {
  readonly kind: 'text';
  readonly text: string;
  readonly span: Span;
}

/** `{{path}}`, or with `raw` `{{{path}}}`. */
export interface ValueTag {
  readonly kind: 'value';
  readonly path: Path;
  readonly raw: boolean;
  readonly span: Span;
}

/** `{{wrap note first="  * "}}`: a text helper with its arguments. */
export interface CallTag {
  readonly kind: 'call';
  readonly helper: string;
  readonly inputs: readonly (Path | Literal)[];
  readonly options: ReadonlyMap<string, Path | Literal>;
  readonly span: Span;
}

/** `{{#each items}}`, or the context of a partial, which is a `with` that takes lists too. */
export interface OpenTag {
  readonly kind: 'open';
  readonly block: BlockName;
  readonly ofPartial: boolean;
  readonly path: Path;
  readonly span: Span;
}

/** `{{else}}`, or with a path `{{else if path}}`. */
export interface ElseTag {
  readonly kind: 'else';
  readonly path: Path | null;
  readonly span: Span;
}

/** `{{/each}}` */
export interface CloseTag {
  readonly kind: 'close';
  readonly block: string;
  readonly span: Span;
}

/** `{{> blocks/quote}}`, or with a path `{{> blocks/quote note}}`. */
export interface PartialTag {
  readonly kind: 'partial';
  readonly name: string;
  readonly nameSpan: Span;
  readonly path: Path | null;
  /** In a plain text: it stands alone on its line, which is the partial's then. */
  readonly alone: boolean;
  readonly span: Span;
}

/** `{{@tokens.accent}}`: a design token, filled in while compiling. */
export interface TokenTag {
  readonly kind: 'token';
  readonly name: string;
  readonly span: Span;
}

/** `{{! … }}` or `{{!-- … --}}` */
export interface CommentTag {
  readonly kind: 'comment';
  readonly span: Span;
}

export type BlockTag = OpenTag | ElseTag | CloseTag;
export type Tag = ValueTag | CallTag | BlockTag | PartialTag | TokenTag | CommentTag;

/** A template is a flat list of pieces; blocks are balanced in it. */
export type Piece = Text | Tag;

/** What is left after partials, tokens and comments are gone: text and tags for the data. */
export type DataTag = ValueTag | CallTag | BlockTag;
export type ExpandedPiece = Text | DataTag;

/** True for the tags that open, divide or close a block. */
export function isBlockTag(tag: { readonly kind: string }): tag is BlockTag {
  return tag.kind === 'open' || tag.kind === 'else' || tag.kind === 'close';
}
