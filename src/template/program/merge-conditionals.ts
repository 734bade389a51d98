/**
 * MJML's last step: a comment for Outlook that ends right before the next begins becomes one.
 * Which ones meet hangs on the data, so a compiled template does this when it is filled in.
 */
export function mergeConditionals(html: string): string {
  return html.replace(/<!\[endif]-->\s*<!--\[if mso \| IE]>/g, '');
}
