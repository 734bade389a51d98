import type { DiskStore } from '../files/disk-store.ts';
import type { Highlighter } from '../highlight/highlight-code.ts';
import type { LocalPicture } from '../issue/pictures.ts';
import type { MarkdownParser } from '../markdown/parse-markdown.ts';
import type { Tokens } from '../render/tokens.ts';
import type { ReadOptions } from '../source/source.ts';
import type { Program } from '../template/program/program.ts';
import type { Publication } from '../workspace/publication.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Theme } from './load-theme.ts';

/** A workspace made ready to print issues: config read, theme compiled. */
export interface Press {
  readonly workspace: Workspace;
  readonly publication: Publication;
  /** Its templates and tokens, as they were compiled. */
  readonly theme: Theme;
  readonly tokens: Tokens;
  readonly program: Program;
  readonly parser: MarkdownParser;
  readonly highlight: Highlighter;
  readonly store: DiskStore;
  readonly readOptions: ReadOptions;
  /** The author's avatar, if it is a file of the workspace. */
  readonly avatar: LocalPicture | null;
}
