/** A small keyed store of texts, such as the cache on disk. A damaged or missing entry is null. */
export interface Store {
  get(key: string): Promise<string | null>;
  set(key: string, text: string): Promise<void>;
}
