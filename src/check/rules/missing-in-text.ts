import type { Finding, Rule } from '../rule.ts';
import { placeAddress } from '../theme/place-address.ts';

/** The plain text has every link of the HTML. */
export const missingInText: Rule = {
  name: 'missing-in-text',
  group: 'Message',
  severity: 'warning',
  about: {
    why: 'The plain text stands in for the HTML where that is not shown: on a watch, in a terminal, for a reader who turned it off. It has to say the same (RFC 2046), and a spam filter compares the two. Whoever adds a link to a template of the HTML easily forgets the template of the text beside it.',
    silent: {
      templates: {
        'layouts/footer.mjml.hbs': '<p><a href="https://boats.example/club">The club</a></p>',
        'layouts/footer.txt.hbs': 'The club:\nhttps://boats.example/club\n',
      },
    },
    firing: {
      templates: {
        'layouts/footer.mjml.hbs': '<p><a href="https://boats.example/club">The club</a></p>',
      },
    },
  },
  check: async (context) => {
    const { text } = await context.printed();
    const { elements } = await context.page();
    // `message-form` tells of an empty one.
    if (text.trim() === '') return [];
    const findings: Finding[] = [];
    const { url, mailto } = context.publication.unsubscribe ?? {};
    // `unsubscribe-link` tells of these.
    const told = new Set([url, `mailto:${mailto ?? ''}`]);
    for (const element of elements) {
      const address = element.attributes['href'];
      if (element.name !== 'a' || address === undefined || told.has(address)) continue;
      if (!/^(?:https?|mailto):/i.test(address) || hasAddress(text, address)) continue;
      told.add(address);
      const message = `The plain text has no link to ${address}, which the HTML has.`;
      const hint = 'Print it in the .txt.hbs template beside the .mjml.hbs, too.';
      const places = await placeAddress(context, element, address);
      findings.push(...places.map((place) => ({ ...place, message, hint })));
    }
    return findings;
  },
};

// --- internal ---

/** True where an address stands by itself: `/club` is not there because `/club/2` is. */
function hasAddress(text: string, address: string): boolean {
  for (let at = text.indexOf(address); at !== -1; at = text.indexOf(address, at + 1)) {
    if (!/[\p{L}\p{N}/?#&=%_~+-]/u.test(text.charAt(at + address.length))) return true;
  }
  return false;
}
