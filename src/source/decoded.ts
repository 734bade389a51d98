/**
 * The value of a string literal together with where each of its UTF-16 units is written: unit `i`
 * stands in the file's text from `starts[i]` up to `ends[i]`.
 */
export interface Decoded {
  readonly value: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Collects a decoded string, unit by unit. */
export interface Decoder {
  /** Adds what one escape or character, written from `start` up to `end`, stands for. */
  add(units: string, start: number, end: number): void;
  /** Adds characters that stand for themselves. */
  copy(text: string, start: number, end: number): void;
  result(): Decoded;
}

export function createDecoder(): Decoder {
  const pieces: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  return {
    add(units, start, end) {
      pieces.push(units);
      for (let i = 0; i < units.length; i++) {
        starts.push(start);
        ends.push(end);
      }
    },
    copy(text, start, end) {
      pieces.push(text.slice(start, end));
      for (let i = start; i < end; i++) {
        starts.push(i);
        ends.push(i + 1);
      }
    },
    result: () => ({ value: pieces.join(''), starts, ends }),
  };
}
