import { addressKey } from '../text/address-key.ts';

/** What is the same for two addresses of one page; null for what is no page on the web. */
export function sameAddress(url: string): string | null {
  return /^https?:/i.test(url) && URL.canParse(url) ? addressKey(url) : null;
}

/** The host of an address without `www.`; empty for a mail address. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '';
}
