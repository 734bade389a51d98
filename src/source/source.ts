import type { FieldPath, Place, Problem } from '../diagnostics/diagnostic.ts';
import type { Store } from '../files/store.ts';

/** A data file that was read: its plain value, and the way back from a field to the author's text. */
export interface Source {
  /** Absolute path. */
  readonly file: string;
  /** What the file says, not validated. */
  readonly value: unknown;
  /** Every file that was read, as absolute paths: the file itself, then its local imports. */
  readonly files: readonly string[];
  /**
   * The place of a problem in the text that was read. The parser that finds it is only loaded here.
   * Never throws: what can't be found is placed at its nearest parent, else at the file's start.
   */
  locate(problem: Pick<Problem, 'path' | 'at' | 'piece'>): Promise<Place>;
  /** All that is written for the value of a field, to be edited; null when it can't be found. */
  find(path: FieldPath): Promise<WrittenValue | null>;
}

/** A part of a file's text, from `start` up to `end`, in UTF-16 units. */
export interface WrittenValue {
  /** Absolute path. */
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** A problem whose place is known already; its path is empty when it concerns the whole file. */
export interface PlacedProblem {
  readonly problem: Problem;
  readonly place: Place;
}

export type ReadResult =
  | {
      readonly ok: true;
      readonly source: Source;
      readonly warnings: readonly PlacedProblem[];
    }
  | {
      readonly ok: false;
      /** What was read before it failed, to be watched for a change. */
      readonly files: readonly string[];
      readonly problems: readonly PlacedProblem[];
    };

/** What `readSource` is told beside the file. */
export interface ReadOptions {
  /** What an `import` of such a name gives, also without `node_modules`. */
  readonly modules: Readonly<Record<string, unknown>>;
  /** Keeps the compiled form of `.ts` files. */
  readonly cache: Store;
  /** How long a `.ts` file may run, in milliseconds; 10,000 if left out. */
  readonly timeoutMs?: number | undefined;
}
