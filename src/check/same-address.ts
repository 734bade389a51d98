import { withoutTracking } from '../text/tracking-parameters.ts';

/**
 * What is the same for two addresses that lead to the same page: without scheme, `www.`, tracking
 * parameters, the slash at the end. Null for what is no page on the web.
 */
export function sameAddress(url: string): string | null {
  if (!/^https?:/i.test(url) || !URL.canParse(url)) return null;
  const { host, pathname, search, hash } = new URL(withoutTracking(url));
  return `${host.replace(/^www\./, '')}${pathname.replace(/\/+$/, '')}${search}${hash}`;
}

/** The host of an address without `www.`; empty for a mail address. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '';
}
