/** What a rule may find in a style sheet or a `style` attribute. */
export interface StyleFacts {
  /** What not every mail program may know. */
  readonly uses: readonly CssUse[];
  /** The at-rules that stand inside another, such as `@font-face`. */
  readonly nested: readonly string[];
  readonly decorations: readonly Decoration[];
}

/** A use of a feature of CSS. */
export interface CssUse {
  /** Its name in caniemail's data, such as `css-display-flex`. */
  readonly feature: string;
  /** As it is shown to an author, such as `display: flex`. */
  readonly shown: string;
  /** How it may be written in a template, the likeliest first. */
  readonly patterns: readonly RegExp[];
  /** The features without which a mail program never comes to it: it stands in `@media`, say. */
  readonly within: readonly string[];
}

/** A line under a text that is set or taken away. */
export interface Decoration {
  /** What it is for; null in a `style` attribute. */
  readonly selector: Selector | null;
  readonly isUnderlined: boolean;
  readonly isImportant: boolean;
}

/** The compounds of a selector from the inside: each names what one element must be. */
export type Selector = readonly Compound[];

export interface Compound {
  /** Null for any element. */
  readonly name: string | null;
  readonly classes: readonly string[];
  /** How the element stands to the one before it in the list; nothing for the first. */
  readonly stands: 'parent' | 'around' | null;
}
