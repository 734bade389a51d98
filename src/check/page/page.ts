/** The HTML of a letter, taken apart. */
export interface Page {
  readonly html: string;
  /** In the order of their start tags; what only Outlook for Windows sees is not among them. */
  readonly elements: readonly PageElement[];
  /** The contents of its style sheets. */
  readonly styles: readonly PageText[];
}

/** A text and whom it reaches. */
export interface PageText {
  readonly text: string;
  /** True where Outlook for Windows is told to look away: `<!--[if !mso]><!-->`. */
  readonly hidesFromOutlook: boolean;
}

export interface PageElement extends Omit<PageText, 'text'> {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: PageElement | null;
  /** All text inside. */
  readonly text: string;
  /** Where its start tag begins in the HTML. */
  readonly start: number;
  /** The field that it came from, or what stands in it, in a traced page; else null. */
  readonly path: string | null;
}

/** The element itself and those around it, from the inside. */
export function ancestry(element: PageElement): readonly PageElement[] {
  const found: PageElement[] = [];
  for (let at: PageElement | null = element; at !== null; at = at.parent) found.push(at);
  return found;
}
