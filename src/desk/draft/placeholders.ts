/*
 * What stands in a draft until the author fills it in. All of it begins with TODO, which `galley
 * check` finds before it is sent.
 */

/** Where the link of a placeholder leads: a page that IANA keeps for examples. */
export function placeholderUrl(kind: 'sponsor' | 'reading' | 'news'): string {
  return `https://example.com/${kind}`;
}

/** The item that keeps a section's place; the first link that is added takes it. */
export function placeholderItem(kind: 'reading' | 'news') {
  return { title: 'TODO: a link, by hand or with galley add', url: placeholderUrl(kind) };
}

/** True for an item that `placeholderItem` gave. */
export function isPlaceholderItem(item: unknown): boolean {
  if (typeof item !== 'object' || item === null) return false;
  const { title, url } = item as Readonly<Record<string, unknown>>;
  const isExample = url === placeholderUrl('reading') || url === placeholderUrl('news');
  return isExample && typeof title === 'string' && title.startsWith('TODO');
}

/** A text that keeps the place of another. */
export function todo(what: string): string {
  return `TODO: ${what}`;
}
