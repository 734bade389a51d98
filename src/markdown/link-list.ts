/** The links of one section of the plain text, numbered from 1; one address has one number. */
export interface LinkList {
  /** The number of an address; a new one is added to the list. */
  add(url: string): number;
  /** A fresh list, in the order of the numbers. */
  entries(): NumberedLink[];
}

export interface NumberedLink {
  readonly number: number;
  readonly url: string;
}

export function createLinkList(): LinkList {
  const numbers = new Map<string, number>();
  return {
    add(url) {
      const known = numbers.get(url);
      if (known !== undefined) return known;
      numbers.set(url, numbers.size + 1);
      return numbers.size;
    },
    entries: () => [...numbers].map(([url, number]) => ({ number, url })),
  };
}
