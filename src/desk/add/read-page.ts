import type { FetchOptions } from '../../fetch/fetch-safely.ts';
import { fetchSafely } from '../../fetch/fetch-safely.ts';
import { decodePage } from './decode-page.ts';
import type { PageFacts } from './page-facts.ts';
import { choosePageFacts } from './page-facts.ts';

/** What a page tells, or why there is nothing to tell. */
export type ReadPage =
  | ({
      readonly ok: true;
      /** Where the address led, if elsewhere. */ readonly movedTo: string | null;
    } & PageFacts)
  | { readonly ok: false; readonly interrupted: boolean; readonly why: string };

/** Fetches a page and reads its title and its author from it. */
export async function readPage(
  url: string,
  options: Omit<FetchOptions, 'method'>,
): Promise<ReadPage> {
  const fetched = await fetchSafely(url, { ...options, method: 'GET' });
  const fail = (why: string): ReadPage => ({ ok: false, interrupted: false, why });
  if (!fetched.ok) {
    return { ok: false, interrupted: fetched.reason === 'interrupted', why: fetched.message };
  }
  const { status, headers, body } = fetched;
  if (status >= 400) return fail(`It answered ${status}.`);
  const type = headers['content-type'];
  if (type !== undefined && !/^\s*(?:text\/html|application\/xhtml\+xml)/i.test(type)) {
    return fail(`It is ${type.split(';')[0]?.trim() ?? type}, which has no title to read.`);
  }
  const { readClaims } = await import('./read-claims.ts');
  const facts = choosePageFacts(readClaims(decodePage(body, type)), fetched.url);
  return { ok: true, movedTo: fetched.redirects.length > 0 ? fetched.url : null, ...facts };
}
