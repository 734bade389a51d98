import { domainToUnicode } from 'node:url';

/** Why an address can't be used, in words, and what to write instead. */
export interface UrlRefusal {
  /** Completes a sentence: `is "www.example.com", which has no scheme`. */
  readonly why: string;
  readonly hint: string;
}

/** Where links may lead: everything else is refused (`javascript:`, `data:`, `file:` …). */
export const linkSchemes: readonly string[] = ['http', 'https', 'mailto'];

/**
 * Checks an absolute address (WHATWG URL) against a list of schemes.
 * Returns null when it may be used.
 */
export function checkUrl(url: string, schemes: readonly string[] = linkSchemes): UrlRefusal | null {
  const shown = `"${url.length > 80 ? `${url.slice(0, 79)}…` : url}"`;
  const refuse = (why: string, hint: string): UrlRefusal => ({
    why: `is ${shown}, which ${why}`,
    hint,
  });
  const only = `Use ${listOf(schemes)}.`;

  if (/[\s\p{Cc}\u2028\u2029]/u.test(url)) {
    return refuse('has a space or a line break in it', 'Take it out, or write a space as %20.');
  }
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  if (scheme === undefined) return refuse('has no scheme', schemeHint(url));
  if (!schemes.includes(scheme)) {
    if (/^[^:]+:\d{1,5}(\/|$)/.test(url)) return refuse('has no scheme', schemeHint(url));
    return refuse(`uses the scheme ${scheme}:`, only);
  }
  if (scheme === 'mailto') {
    if (/^mailto:[^@]+@[^@]+$/i.test(url)) return null;
    return refuse('names no address', 'Write it as mailto:name@example.com.');
  }
  if (!/^https?:\/\/[^/]/i.test(url) || !URL.canParse(url)) {
    return refuse('is no complete address', `Write it as ${scheme}://host/path.`);
  }
  const parsed = new URL(url);
  if (parsed.username !== '' || parsed.password !== '') {
    return refuse('carries a user name or password', 'Readers would see it: take it out.');
  }
  return null;
}

/**
 * True for a host name that looks like another: letters of Latin mixed with Cyrillic, Greek or
 * Armenian in one label, or a label made only of Cyrillic letters that look Latin (UTS #39).
 */
export function isLookAlikeHost(url: string): boolean {
  const host = /^https?:\/\/(?:[^@/]*@)?([^/:?#]+)/i.exec(url)?.[1];
  // Decoding is slow, and most hosts hold no other letters, not even encoded.
  if (host === undefined || !/[^\0-\x7f]|xn--/i.test(host)) return false;
  return host.split('.').some((written) => {
    const label = domainToUnicode(written);
    const other = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u.test(label);
    if (!other) return false;
    return /\p{Script=Latin}/u.test(label) || /^[аеорсухіјѕԁһӏԛѡ-]+$/iu.test(label);
  });
}

// --- internal ---

function schemeHint(url: string): string {
  if (url.startsWith('//')) return `Write it as https:${url}`;
  const isFile = /^[^/?#]+\.(?:html?|php|pdf|txt|png|gif|jpe?g)(?:[?#]|$)/i.test(url);
  if (!isFile && /^[^/?#]+\.[^/?#]+/.test(url)) return `Write it as https://${url}`;
  return 'Write the whole address, such as https://example.com/page.';
}

function listOf(schemes: readonly string[]): string {
  const names = schemes.map((scheme) => `${scheme}:`);
  return names.length === 1
    ? String(names[0])
    : `${names.slice(0, -1).join(', ')} or ${String(names.at(-1))}`;
}
