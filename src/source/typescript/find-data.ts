import type { Stretch } from '../stretch.ts';

/**
 * Guesses what a file without a default export should have exported: what it exports by a name, or
 * what it keeps in a constant made by `define…`. Else its first line.
 */
export function findData(start: Stretch): Stretch {
  const { text } = start;
  const found =
    /^export (?:const|let|var) [\w$]+/m.exec(text) ??
    /^(?:const|let|var) [\w$]+(?=[^=\n]*= *define\w+\()/m.exec(text) ??
    /^define\w+(?=\()/m.exec(text);
  return found === null
    ? start
    : { ...start, start: found.index, end: found.index + found[0].length };
}
