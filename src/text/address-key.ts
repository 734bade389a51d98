/**
 * What two addresses of one page have in common: without the scheme's s, `www.`, a fragment, a slash
 * at the end and parameters that only track; other addresses as they are.
 */
export function addressKey(url: string): string {
  const written = withoutTracking(url).url;
  if (!/^https?:/i.test(written) || !URL.canParse(written)) return written.trim().toLowerCase();
  const { hostname, port, pathname, searchParams, hash } = new URL(written);
  searchParams.sort();
  const host = hostname.replace(/^www\./, '').replace(/\.$/, '');
  const path = pathname.replace(/\/+$/, '');
  const search = searchParams.size === 0 ? '' : `?${searchParams.toString()}`;
  // What begins like this is a page of its own, drawn by a script.
  const route = /^#[!/]/.test(hash) ? hash : '';
  return `${host}${port === '' ? '' : `:${port}`}${path}${search}${route}`;
}

/** An address without the parameters that only tell who follows it, and the names of these. */
export function withoutTracking(url: string): {
  readonly url: string;
  readonly removed: readonly string[];
} {
  const [, base = '', query, hash = ''] = /^([^?#]*)\?([^#]*)(#.*)?$/.exec(url) ?? [];
  if (query === undefined || !/^https?:/i.test(url)) return { url, removed: [] };
  const removed: string[] = [];
  // By hand: URLSearchParams would write the others anew.
  const kept = query.split('&').filter((pair) => {
    const [name = ''] = pair.split('=');
    if (!isTracking(name)) return true;
    removed.push(name);
    return false;
  });
  if (removed.length === 0) return { url, removed };
  return { url: base + (kept.length === 0 ? '' : `?${kept.join('&')}`) + hash, removed };
}

/** True for the name of a parameter that newsletters, ads and social networks add, and no page reads. */
export function isTracking(name: string): boolean {
  return /^utm_\w+$/i.test(name) || trackers.has(name.toLowerCase());
}

// --- internal ---

const trackers: ReadonlySet<string> = new Set([
  '_hsenc',
  '_hsmi',
  'dclid',
  'fbclid',
  'gbraid',
  'gclid',
  'gclsrc',
  'igshid',
  'li_fat_id',
  'mc_cid',
  'mc_eid',
  'mkt_tok',
  'msclkid',
  'oly_anon_id',
  'oly_enc_id',
  'ttclid',
  'twclid',
  'vero_conv',
  'vero_id',
  'wbraid',
  'yclid',
]);
