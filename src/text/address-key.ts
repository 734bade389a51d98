import { withoutTracking } from './tracking-parameters.ts';

/**
 * What two addresses of one page have in common: without the scheme's s, `www.`, the slash at the end
 * and parameters that only track; parameters in any order. Other addresses as they are.
 */
export function addressKey(url: string): string {
  const written = withoutTracking(url.trim());
  if (!/^https?:/i.test(written) || !URL.canParse(written)) return written.toLowerCase();
  const { host, pathname, searchParams, hash } = new URL(written);
  searchParams.sort();
  const path = pathname.replace(/\/+$/, '');
  const search = searchParams.size === 0 ? '' : `?${searchParams.toString()}`;
  return `${host.replace(/^www\./, '')}${path}${search}${hash}`;
}
