/** What lies between `start` and `end`, in UTF-16 units, and what it says. */
export interface FoundComment {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}
