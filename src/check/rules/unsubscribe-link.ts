import type { Publication } from '../../workspace/publication.ts';
import type { Rule } from '../rule.ts';

/** A reader finds the way out in the letter. */
export const unsubscribeLink: Rule = {
  name: 'unsubscribe-link',
  group: 'Message',
  severity: 'warning',
  about: {
    why: 'A footer of your own is easily written without the link to unsubscribe. Not every mail program shows a button for it, and whoever finds no way out reports spam; many laws ask for one, too. Both the HTML and the plain text need it. Only where the config says `unsubscribe`.',
    silent: {
      config: 'unsubscribe: { url: https://boats.example/leave }',
      templates: {
        'layouts/footer.mjml.hbs':
          '<p style="margin:0">{{#if unsubscribe}}<a href="{{{unsubscribe.href}}}">No more boats</a>{{/if}}</p>',
      },
    },
    firing: {
      config: 'unsubscribe: { url: https://boats.example/leave }',
      templates: { 'layouts/footer.mjml.hbs': '<p style="margin:0">{{publication.name}}</p>' },
    },
  },
  check: async (context) => {
    const way = wayOut(context.publication);
    if (way === null) return [];
    const { key, address } = way;
    const { html, text } = await context.printed();
    const { elements } = await context.page();
    // A tag can be whatever the email service replaces, also a whole link.
    const isInHtml =
      key === 'tag'
        ? html.includes(address)
        : elements.some(({ name, attributes }) => name === 'a' && attributes['href'] === address);
    const lacking = [
      ...(isInHtml ? [] : [{ what: 'HTML', field: 'href', template: 'footer.mjml.hbs' }]),
      ...(text.includes(address)
        ? []
        : [{ what: 'plain text', field: 'text', template: 'footer.txt.hbs' }]),
    ];
    return lacking.map(({ what, field, template }) => ({
      message: `The ${what} of the letter has no link to unsubscribe.`,
      hint: `Show \`unsubscribe.${field}\` in a template, such as layouts/${template}.`,
      of: 'config',
      path: ['unsubscribe', key],
    }));
  },
};

// --- internal ---

/** What the view shows, and the key of the config that it comes from. */
function wayOut({ unsubscribe = {} }: Publication) {
  const { tag, url, mailto } = unsubscribe;
  if (tag !== undefined) return { key: 'tag', address: tag };
  if (url !== undefined) return { key: 'url', address: url };
  return mailto === undefined ? null : { key: 'mailto', address: `mailto:${mailto}` };
}
