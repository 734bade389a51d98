import type { PlacedProblem } from '../source.ts';

/** A `.ts` file and its local imports, made one script. */
export interface Bundle {
  /** CommonJS. */
  readonly code: string;
  /** Leads from the code back to the files: a source map, as JSON. */
  readonly map: string;
  /** The text of each file, by absolute path; the file itself comes first. */
  readonly texts: ReadonlyMap<string, string>;
  /** For each file, the local files that its imports lead to, by what is written there. */
  readonly imports: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly warnings: readonly PlacedProblem[];
}

export type BundleResult =
  | { readonly ok: true; readonly bundle: Bundle }
  | {
      readonly ok: false;
      readonly files: readonly string[];
      readonly problems: readonly PlacedProblem[];
    };
