import type { DiagnosticCode } from '../diagnostics/codes.ts';
import type { Severity } from '../diagnostics/diagnostic.ts';

/** A parsed Markdown text, ready for both renderings. */
export interface Markdown {
  readonly source: string;
  /** Where the text leads, in order; refused links are problems, not here. */
  readonly links: readonly MarkdownLink[];
  readonly images: readonly MarkdownImage[];
  /** Blocks of code; the piece is the language as written, or what begins the block. */
  readonly codes: readonly (MarkdownCode & Piece)[];
  readonly problems: readonly MarkdownProblem[];
  /** What a reader reads: footnotes and code in a line count, blocks of code and `alt` don't. */
  readonly words: number;
  /** For the renderers only. */
  readonly blocks: readonly Block[];
  /** The footnotes in the order of their marks; for the renderers only. */
  readonly notes: readonly (readonly Block[])[];
}

/** A stretch of the Markdown source, in UTF-16 units. */
export interface Piece {
  readonly offset: number;
  readonly length: number;
}

/** A link; its piece is the address as the author wrote it. */
export interface MarkdownLink extends Piece {
  /** Normalized: percent-encoded, the host in ASCII. */
  readonly url: string;
  /** What the reader sees; the `alt` of an image. */
  readonly text: string;
}

/** An image; its piece is the address as the author wrote it. */
export interface MarkdownImage extends Piece {
  /** A normalized http(s) address, or a path with its percent-encoding undone, not yet checked. */
  readonly src: string;
  readonly alt: string;
}

/** A block of code, as often as it stands there. */
export interface MarkdownCode {
  /** Without the last line break. */
  readonly code: string;
  /** The first word after the fence in lower case; empty when there is none. */
  readonly language: string;
}

/** A Problem without a field path: its place is in the Markdown source. */
export interface MarkdownProblem extends Piece {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly message: string;
  readonly hint?: string;
}

export type Block =
  | Paragraph
  | Heading
  | List
  | { readonly kind: 'quote'; readonly children: readonly Block[] }
  | ({ readonly kind: 'code' } & MarkdownCode)
  | { readonly kind: 'rule' };

export interface Paragraph {
  readonly kind: 'paragraph';
  /** True in a list without blank lines: its text stands in the item without a paragraph. */
  readonly tight: boolean;
  readonly children: readonly Inline[];
}

export interface Heading {
  readonly kind: 'heading';
  /** 0 for the topmost; no heading is more than one deeper than the one before it. */
  readonly depth: number;
  readonly children: readonly Inline[];
}

export interface List {
  readonly kind: 'list';
  /** The first number of an ordered list, else null. */
  readonly start: number | null;
  readonly items: readonly (readonly Block[])[];
}

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'strong' | 'emphasis' | 'strike'; readonly children: readonly Inline[] }
  | Link
  | Image
  /** The mark of a footnote: an index into `notes`. */
  | { readonly kind: 'mark'; readonly note: number };

export interface Link {
  readonly kind: 'link';
  readonly url: string;
  readonly title: string;
  readonly children: readonly Inline[];
}

export interface Image {
  readonly kind: 'image';
  readonly src: string;
  readonly alt: string;
  readonly title: string;
}
