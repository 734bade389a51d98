/** The element of the page's shell that must be there. */
export function find<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  more = '',
): HTMLElementTagNameMap[Tag] {
  const element = document.querySelector<HTMLElementTagNameMap[Tag]>(`${tag}${more}`);
  if (element === null) throw new Error(`The page has no ${tag}${more}.`);
  return element;
}
