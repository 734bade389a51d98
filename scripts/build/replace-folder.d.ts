/** Gives a folder the files of another one, `entries` last; the other one is gone afterwards. */
export function replaceFolder(from: string, to: string, entries: readonly string[]): Promise<void>;
