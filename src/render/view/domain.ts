import { domainToUnicode } from 'node:url';

/** What a reader is told of where a link leads: the host without `www.`, or the address. */
export function domainOf(url: string): string {
  const address = /^mailto:([^?]+)/i.exec(url)?.[1];
  if (address !== undefined) return address;
  const host = new URL(url).hostname.replace(/^www\./, '');
  return domainToUnicode(host) || host;
}
