import type { CodeRole, HighlightLine } from '../text/highlight-line.ts';
import type { Counter } from './counter.ts';

/** The elements that have a style of their own. `strong`, `em` and `s` need none. */
export type MarkdownElement =
  | 'paragraph'
  | 'heading2'
  | 'heading3'
  | 'heading4'
  | 'heading5'
  | 'heading6'
  | 'link'
  | 'list'
  /** A list in a list. */
  | 'sublist'
  | 'item'
  | 'quote'
  /** Code in a line of text. */
  | 'code'
  /** The table around a block of code: its place among the other blocks. */
  | 'codeBlock'
  /** The cell with the block's background and padding. */
  | 'codeCell'
  /** The `<code>` in the cell: browsers give it a font and size of their own. */
  | 'codeText'
  | 'image'
  | 'rule'
  /** The number at a footnote's reference. */
  | 'mark'
  /** The list of footnotes at the end. */
  | 'footnotes'
  | 'footnote';

/** An image as it is shown: its address in the mail and its size in CSS pixels. */
export interface ShownImage {
  readonly src: string;
  readonly width: number;
  /** Null where it isn't known. */
  readonly height: number | null;
}

export interface CodeHtmlOptions {
  /**
   * The inline CSS of an element; empty for none. `last` is true for what nothing follows in its
   * container, and so needs no margin below.
   */
  style(element: MarkdownElement, last: boolean): string;
  /** Class names, for the rules of dark mode. */
  readonly classes?: Readonly<Partial<Record<MarkdownElement, string>>>;
  /** The coloured lines of a block of code, or null to show it plain. */
  highlight(code: string, language: string): readonly HighlightLine[] | null;
  /** How each role is coloured; a role that is left out is plain. */
  readonly codeStyles: Readonly<Partial<Record<CodeRole, CodeStyle>>>;
  /** The field this came from; given, each topmost element carries it as `data-path`. */
  readonly path?: string | undefined;
}

export interface CodeStyle {
  readonly style: string;
  readonly class?: string;
}

export interface HtmlOptions extends CodeHtmlOptions {
  /** The level of the author's topmost headings; deeper ones follow without a gap, to h6. */
  readonly headingLevel: 2 | 3;
  image(src: string, alt: string): ShownImage;
  /** True when nothing follows the text in its container, so that its last element is `last`. */
  readonly closes?: boolean | undefined;
  readonly footnotes: Counter;
}
