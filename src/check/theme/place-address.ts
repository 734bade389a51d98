import type { CheckContext } from '../context.ts';
import type { Finding } from '../finding.ts';
import { originOf } from '../page/origin.ts';
import type { PageElement } from '../page/page.ts';
import type { OwnTheme, ThemePlace } from './own-theme.ts';

/**
 * Where an address of the printed page is written: in the author's templates, as it stands there,
 * else in the field that its element came from, else somewhere in the theme.
 */
export async function placeAddress(
  context: CheckContext,
  element: PageElement,
  address: string,
): Promise<readonly Omit<Finding, 'message' | 'hint'>[]> {
  const written = findAddress(context.theme, address);
  if (written.length > 0) return written;
  return [(await originOf(context, element)) ?? context.theme.whole];
}

/** The attributes of the author's templates that hold an address, as it stands there. */
export function findAddress(theme: OwnTheme, address: string): readonly ThemePlace[] {
  const literal = address.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replaceAll('&', '&(?:amp;)?');
  const start = `(?<=(?:href|src|background|url)\\s*=\\s*["'])`;
  return theme.find(new RegExp(`${start}${literal}(?=["'])`, 'gi'));
}
