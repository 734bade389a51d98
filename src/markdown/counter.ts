/** Numbers what is numbered through several texts: the footnotes of a mail. */
export interface Counter {
  /** 1, then 2, and so on. */
  next(): number;
}

/** One counter for all texts of a rendering; the HTML and the plain text need one each. */
export function createCounter(): Counter {
  let count = 0;
  return { next: () => ++count };
}
