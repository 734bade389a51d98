import type { Html } from '../view-schema.ts';

/**
 * Invisible characters that bring the preheader to 200 characters, so that an inbox shows none of
 * the body after it.
 */
export function preheaderFiller(preheader: string): Html {
  const missing = Math.max(0, 200 - Array.from(preheader).length);
  return '\u034f\u200c\u00a0'.repeat(Math.ceil(missing / 3)) as Html;
}
