import { cleanLine, shorten } from '../../text/clean-line.ts';

/** What a page says of itself, each as often as it says so. */
export interface PageClaims {
  readonly title: readonly string[];
  readonly siteName: readonly string[];
  readonly author: readonly string[];
}

/** What a link says of its page; null where the page doesn't tell. */
export interface PageFacts {
  readonly title: string | null;
  readonly by: string | null;
}

/** Chooses title and author from what a page says, without the name of the site behind the title. */
export function choosePageFacts({ title, siteName, author }: PageClaims, url: string): PageFacts {
  const by = joinNames(author);
  const [claimed] = title.map(cleanLine).filter((one) => one !== '');
  if (claimed === undefined) return { title: null, by };
  const names = [...siteName, new URL(url).hostname, ...hostNames(url), by ?? '']
    .map(squash)
    .filter((name) => name !== '');
  return { title: shorten(withoutNames(claimed, new Set(names)), 200), by };
}

// --- internal ---

/** Behind a title or before it, with spaces: a hyphen inside a word is none. */
const separator = /\s+(?:[|–—·•»«›‹:-]|::|\/\/)\s+/g;

/** Takes the last or the first part away when it is only a name of the site. */
function withoutNames(title: string, names: ReadonlySet<string>): string {
  const breaks = [...title.matchAll(separator)];
  const last = breaks.at(-1);
  if (last !== undefined && names.has(squash(title.slice(last.index + last[0].length)))) {
    return withoutNames(title.slice(0, last.index), names);
  }
  const [first] = breaks;
  if (first !== undefined && names.has(squash(title.slice(0, first.index)))) {
    return withoutNames(title.slice(first.index + first[0].length), names);
  }
  return title;
}

/** `www.joelonsoftware.com` is also known as `joelonsoftware.com` and Joel on Software. */
function hostNames(url: string): readonly string[] {
  const host = new URL(url).hostname.replace(/^www\./, '');
  const [name = ''] = host.split('.');
  return [host, name];
}

/** Letters and digits alone. */
function squash(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** `Ada, Bob and Cy`: at most three, and nothing that is no name. */
function joinNames(claimed: readonly string[]): string | null {
  const cleaned = claimed.map((name) => cleanLine(name).replace(/^by\s+/i, ''));
  const names = [...new Set(cleaned)].filter((name) => {
    return name !== '' && name.length <= 80 && !/^(?:https?:|@|www\.)|\S@\S/i.test(name);
  });
  if (names.length === 0) return null;
  if (names.length > 3) return `${names[0] ?? ''} and others`;
  const last = names.at(-1) ?? '';
  return names.length === 1 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
