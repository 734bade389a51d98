import type { Issue } from '../issue/schema.ts';
import type { Markdown } from '../markdown/markdown.ts';
import type { HighlightLine } from '../text/highlight-line.ts';
import type { Publication } from '../workspace/publication.ts';
import type { Tokens } from './tokens.ts';

/** A picture as the mail shows it. */
export interface Picture {
  /** What stands in `src`. */
  readonly url: string;
  /** Its own size in pixels; null for a picture on the web, which isn't read. */
  readonly width: number | null;
  readonly height: number | null;
}

/** All that a view is made of. Nothing is read from files, clock or network while rendering. */
export interface RenderInput {
  readonly slug: string;
  readonly issue: Issue;
  readonly publication: Publication;
  readonly tokens: Tokens;
  /** The issue's Markdown, parsed, by its text. */
  readonly markdown: ReadonlyMap<string, Markdown>;
  /** A picture by its source as written. */
  readonly picture: (source: string) => Picture;
  /** The author's avatar from the config. */
  readonly avatar: Picture | null;
  /** Whether there is code to highlight: a block of it, or a fence in the prose. */
  readonly hasCode: boolean;
  /** Highlighted code, or null where its language is unknown. */
  readonly highlight: (code: string, language: string) => readonly HighlightLine[] | null;
  /** Marks prose with the field it came from; the program must be compiled with it too. */
  readonly trace: boolean;
  /** Readable words in the issue. */
  readonly words: number;
}
