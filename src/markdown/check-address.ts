import { checkUrl } from '../text/check-url.ts';
import type { UrlRefusal } from '../text/check-url.ts';

/** Why a link's address (normalized) is refused, or null when readers may follow it. */
export function checkLink(url: string): UrlRefusal | null {
  if (isPlain(url)) return null;
  if (url === '') {
    return { why: 'has no address', hint: 'Write the address between the parentheses.' };
  }
  if (url.startsWith('#')) {
    return {
      why: `is "${url}", a place in the text, which mail programs don't jump to`,
      hint: 'Take the link out, or link to the page on the web.',
    };
  }
  // A merge tag may hold spaces; what it is filled with can't be known.
  return checkUrl(url.replace(/\{\{.*?\}\}/g, (tag) => tag.replaceAll(' ', '')));
}

/** Why an image's address is refused; a relative path is not looked at here. */
export function checkImage(src: string): UrlRefusal | null {
  const hint = 'Use a path beside the issue, such as images/photo.png, or an https address.';
  if (src === '') return { why: 'has no address', hint };
  if (isPath(src)) return null;
  const refusal = checkUrl(src, ['https', 'http']);
  return refusal === null ? null : { ...refusal, hint };
}

/** True for an image beside the issue; false for an address with a scheme or a host. */
export function isPath(src: string): boolean {
  return !/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(src);
}

// --- internal ---

/** A web address with a host of plain names and nothing odd after it needs no closer look. */
function isPlain(url: string): boolean {
  return /^https?:\/\/(?:[a-z0-9]+\.)+[a-z]{2,}(?:[/?#][\w\-.~!$&()*+,;:=@/?#%]*)?$/.test(url);
}
