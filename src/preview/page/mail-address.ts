import type { Choice, Look } from './choice.ts';

/** What of a choice the server has to know to serve the mail. */
export type MailChoice = Pick<Choice, 'look' | 'images' | 'styles'>;

/** The address of the mail in a frame, of a folder such as `/mail/2026-11`. The inversions start from the light mail. */
export function mailAddress(folder: string, { look, images, styles }: MailChoice): string {
  const fields = new URLSearchParams({ scheme: schemeOf(look), images });
  if (!styles) fields.set('styles', 'off');
  return `${folder}/email.html?${fields.toString()}`;
}

/** What `prefers-color-scheme` says in a look. */
export function schemeOf(look: Look): 'light' | 'dark' {
  return look === 'dark' ? 'dark' : 'light';
}

/** Which colours a look inverts; null for none. */
export function inversionOf(look: Look): 'partial' | 'full' | null {
  return look === 'partial' || look === 'full' ? look : null;
}
