import type { Counter } from '../../markdown/counter.ts';
import type { LinkList } from '../../markdown/link-list.ts';
import type { Looks } from '../looks.ts';
import type { RenderInput } from '../render-input.ts';

/** What the parts of one section share while their view is made. */
export interface SectionContext {
  readonly input: RenderInput;
  /** Numbers the section's prose links in the plain text, in reading order. */
  readonly links: LinkList;
  /** Number the footnotes of the whole issue, in the HTML and in the text. */
  readonly htmlFootnotes: Counter;
  readonly textFootnotes: Counter;
  readonly looks: Looks;
  /** The level of the author's topmost heading here: one under what stands above. */
  readonly headingLevel: 2 | 3;
  /** The width that a picture can have, in CSS pixels. */
  readonly pictureWidth: number;
  /** A title or caption with typographic quotes and dashes. */
  readonly smarten: (text: string) => string;
}
