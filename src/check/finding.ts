import type { Place, Problem } from '../diagnostics/diagnostic.ts';

/** What a rule has found; the engine adds code, severity and place. */
export interface Finding extends Pick<Problem, 'message' | 'hint' | 'path' | 'at' | 'piece'> {
  /** Whose field it is; the if left out. */
  readonly of?: 'issue' | 'config' | undefined;
  /** For what stands in no data but in a template or a `tokens.json`: there; the path is empty. */
  readonly place?: Place | undefined;
  /** How `--fix` mends it: what is written at the piece, and what should be. */
  readonly fix?: { readonly from: string; readonly to: string } | undefined;
}
