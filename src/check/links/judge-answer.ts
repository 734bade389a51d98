import type { Fetched } from '../../fetch/fetch-safely.ts';
import type { LinkAnswer } from '../link-answer.ts';

/** What an answer says of an address: gone, or only not to be reached from here. */
export function judgeAnswer(url: string, fetched: Fetched): LinkAnswer {
  if (!fetched.ok) {
    const { reason, redirects } = fetched;
    // A page that sends on to where only a person can follow, such as an app, is there.
    const isRefused = reason === 'refused' && redirects.length === 0;
    const isGone = reason === 'host-not-found' || isRefused;
    return { state: isGone ? 'dead' : 'unreachable', reason: inWords(fetched.message) };
  }
  const { status, redirects } = fetched;
  const reason = String(status);
  if (status === 404 || status === 410) return { state: 'dead', reason };
  if (status >= 400) return { state: 'unreachable', reason };
  const forGood = redirects.length > 0 && redirects.every((one) => isPermanent(one.status));
  if (!forGood || fetched.url === url) return { state: 'alive', reason };
  const { hash } = new URL(url);
  const movedTo = new URL(fetched.url).hash === '' ? fetched.url + hash : fetched.url;
  return { state: 'alive', reason, movedTo };
}

// --- internal ---

/** RFC 9110 section 15.4: moved for good. */
function isPermanent(status: number): boolean {
  return status === 301 || status === 308;
}

/** A sentence as it stands in brackets. */
function inWords(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1).replace(/[.?]$/, '');
}
