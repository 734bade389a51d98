import { Parser } from 'htmlparser2';
import type { PageClaims } from './page-facts.ts';

/**
 * What a page says of itself, in the order of trust: Open Graph (ogp.me), then its structured data
 * (schema.org), then `<meta>` and `<title>`. Whatever the page is made of, nothing of it is run.
 */
export function readClaims(html: string): PageClaims {
  const found = new Map<string, string[]>();
  const add = (key: string, value: string | undefined) => {
    if (value !== undefined && value.trim() !== '')
      found.set(key, [...(found.get(key) ?? []), value]);
  };
  let text: { readonly key: string; value: string } | null = null;
  let drawings = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'svg') drawings++;
        if (name === 'meta') {
          const key = attributes['property'] ?? attributes['name'] ?? attributes['itemprop'] ?? '';
          add(key.toLowerCase(), attributes['content']);
        }
        // A drawing has titles of its own.
        if (name === 'title' && drawings === 0) text = { key: 'title', value: '' };
        if (name === 'script' && /^application\/ld\+json/i.test(attributes['type'] ?? '')) {
          text = { key: 'ld+json', value: '' };
        }
        if (name === 'a' && /(?:^|\s)author(?:\s|$)/i.test(attributes['rel'] ?? '')) {
          text = { key: 'rel-author', value: '' };
        }
      },
      ontext(data) {
        if (text !== null && text.value.length < maxText) text.value += data;
      },
      onclosetag(name) {
        if (name === 'svg') drawings = Math.max(0, drawings - 1);
        if (text === null || !['title', 'script', 'a'].includes(name)) return;
        add(text.key, text.value);
        text = null;
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  const [data] = (found.get('ld+json') ?? []).flatMap(readArticle);
  const of = (...keys: readonly string[]) => keys.flatMap((key) => found.get(key) ?? []);
  const authors = [
    data?.authors ?? [],
    of('author'),
    of('article:author'),
    of('parsely-author', 'sailthru.author', 'dc.creator', 'byl'),
    of('rel-author').slice(0, 1),
  ];
  return {
    title: [...of('og:title'), ...(data?.titles ?? []), ...of('twitter:title', 'title')],
    siteName: of('og:site_name', 'application-name'),
    // An address is no name: the next kind of claim may have one.
    author: authors.find((names) => names.some((name) => !/^\s*https?:/i.test(name))) ?? [],
  };
}

// --- internal ---

const maxText = 100_000;

interface Article {
  readonly titles: readonly string[];
  readonly authors: readonly string[];
}

/** The articles in a piece of JSON-LD, wherever they stand in it. */
function readArticle(json: string): readonly Article[] {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    return [];
  }
  const articles: Article[] = [];
  const open: unknown[] = [data];
  // Bounded: a page may hold anything.
  for (let count = 0; open.length > 0 && count < 1000; count++) {
    const node = open.shift();
    if (Array.isArray(node)) open.push(...(node as readonly unknown[]).slice(0, 100));
    if (typeof node !== 'object' || node === null || Array.isArray(node)) continue;
    const object = node as Readonly<Record<string, unknown>>;
    open.push(object['@graph'], object['mainEntity']);
    const titles = textsOf(object['headline']);
    if (titles.length > 0) articles.push({ titles, authors: namesOf(object['author']) });
  }
  return articles;
}

function textsOf(value: unknown): readonly string[] {
  return typeof value === 'string' && value.trim() !== '' ? [value] : [];
}

function namesOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.slice(0, 20).flatMap((one) => namesOf(one));
  if (typeof value !== 'object' || value === null) return textsOf(value);
  return textsOf((value as { readonly name?: unknown }).name);
}
