import type { CheckContext } from '../context.ts';
import type { Finding } from '../finding.ts';
import { originOf } from '../page/origin.ts';
import type { PageElement } from '../page/page.ts';

/**
 * Where an address of the printed page is written: in the author's templates, as it stands there,
 * else in the field that its element came from, else somewhere in the theme.
 */
export async function placeAddress(
  context: CheckContext,
  element: PageElement,
  address: string,
): Promise<readonly Omit<Finding, 'message' | 'hint'>[]> {
  const literal = address.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replaceAll('&', '&(?:amp;)?');
  const written = context.theme.find(new RegExp(`(?<=["'])${literal}(?=["'])`, 'g'));
  if (written.length > 0) return written;
  return [(await originOf(context, element)) ?? context.theme.whole];
}
