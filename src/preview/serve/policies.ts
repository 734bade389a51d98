import type { MailLook } from '../model.ts';

/** On every answer: nothing is guessed, kept, told to other sites or shared with them. */
export const commonHeaders: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** For what needs nothing: data, texts, refusals. */
export const closedPolicy = policy({ 'default-src': "'none'", 'frame-ancestors': "'none'" });

/** For the page: its own scripts and styles, and the mail in a frame. Nothing leaves the machine. */
export const pagePolicy = policy({
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'connect-src': "'self'",
  'frame-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
});

/**
 * For the mail and what belongs to it, in the page's frame or in a tab of its own: never a script.
 * `allow-scripts` must not be added to the sandbox: together with `allow-same-origin` it would let
 * a mail act as the page. `folder`, an address that ends with a slash, is for a mail that isn't the
 * author's: its pictures come from there or the web, and it can ask this server for nothing else.
 */
export function mailPolicy(images: MailLook['images'], folder: string | null = null): string {
  return policy({
    'default-src': "'none'",
    'script-src': "'none'",
    'style-src': "'unsafe-inline'",
    'img-src': (folder === null ? imageSources : sourcesIn(folder))[images],
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'self'",
    sandbox: 'allow-same-origin allow-popups allow-popups-to-escape-sandbox',
  });
}

// --- internal ---

const imageSources: Readonly<Record<MailLook['images'], string>> = {
  blocked: "'none'",
  local: "'self'",
  all: "'self' https: http:",
};

function sourcesIn(folder: string): Readonly<Record<MailLook['images'], string>> {
  return { blocked: "'none'", local: folder, all: `${folder} https:` };
}

function policy(directives: Readonly<Record<string, string>>): string {
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}
