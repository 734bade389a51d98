/** Parameters that only tell the page where a reader came from, or who it is. */
const names = [
  'utm_[a-z_]+|mtm_[a-z_]+|pk_(?:campaign|kwd|source|medium|content|cid)|hsa_[a-z]+',
  'fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|li_fat_id|igshid|igsh|epik',
  'mc_cid|mc_eid|ck_subscriber_id|_hsenc|_hsmi|__hstc|__hssc|__hsfp|hsctatracking|mkt_tok|vero_id',
  'oly_anon_id|oly_enc_id|wickedid|srsltid|_openstat|_ga|_gl|s_cid|ml_subscriber(?:_hash)?|trk',
].join('|');

/** A parameter with what divides it from the one before; in Markdown `&` may be written `&amp;`. */
const parameter = new RegExp(`([?&])(?:amp;)?(?:${names})(?:=[^&#]*)?(?=[&#]|$)`, 'gi');

/** The names of an address's tracking parameters, each once. */
export function trackingParameters(url: string): readonly string[] {
  const found = [...url.matchAll(parameter)].map(([text]) => {
    return text.replace(/^[?&](?:amp;)?/i, '').replace(/=.*$/s, '');
  });
  return [...new Set(found)];
}

/** The address without its tracking parameters, else as it is written. */
export function withoutTracking(url: string): string {
  const left = url.replace(parameter, (_, sign: string) => (sign === '?' ? '?' : ''));
  return left === url ? url : left.replace(/\?&(?:amp;)?/, '?').replace(/\?(?=#|$)/, '');
}
