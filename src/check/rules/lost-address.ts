import { checkUrl, linkSchemes } from '../../text/check-url.ts';
import type { PageElement } from '../page/page.ts';
import type { Finding, Rule } from '../rule.ts';
import { placeAddress } from '../theme/place-address.ts';

/** An address that a template writes is complete: a mail has no folder and no site of its own. */
export const lostAddress: Rule = {
  name: 'lost-address',
  group: 'Message',
  severity: 'error',
  about: {
    why: 'A picture `logo.png` or a link `/about` in a template is found beside a web page. A mail stands beside nothing: the picture is an empty box, the link does nothing. A picture of your own theme goes to the web, with an https address; those of an issue travel with the mail. Issues and the config are held to complete addresses anyway. Tags that an email service fills in are left alone, such as `*|ARCHIVE|*`.',
    silent: {
      templates: {
        'layouts/footer.mjml.hbs':
          '<p><a href="https://boats.example/about">About</a> <a href="#top">Up</a></p>',
      },
    },
    firing: {
      templates: {
        'layouts/footer.mjml.hbs':
          '<p><img src="boat.png" alt="A boat" width="40" height="40"> <a href="/about">About</a></p>',
      },
    },
  },
  check: async (context) => {
    const { pictures } = await context.printed();
    const { elements } = await context.page();
    const known = new Set(pictures.map(({ url }) => url));
    const { tag } = context.publication.unsubscribe ?? {};
    if (tag !== undefined) known.add(tag);
    const findings: Finding[] = [];
    for (const element of elements) {
      for (const { address, schemes } of addressesOf(element)) {
        if (known.has(address) || mergeTag.test(address)) continue;
        const refusal = checkUrl(address, schemes);
        if (refusal === null) continue;
        // Once is enough.
        known.add(address);
        const message = `An address leads nowhere from a mail: it ${refusal.why}.`;
        const places = await placeAddress(context, element, address);
        findings.push(...places.map((place) => ({ ...place, message, hint: refusal.hint })));
      }
    }
    return findings;
  },
};

// --- internal ---

interface Address {
  readonly address: string;
  readonly schemes: readonly string[];
}

function addressesOf({ name, attributes }: PageElement): readonly Address[] {
  const { href, src, background } = attributes;
  const found: Address[] = [];
  if (name === 'a' && href !== undefined && !ownProgram.test(href)) {
    found.push({ address: href, schemes: linkSchemes });
  }
  for (const address of [src, background]) {
    // `message-form` and `image-format` have their own to say of these.
    if (address === undefined || /^(?:cid|data):/i.test(address)) continue;
    found.push({ address, schemes: ['http', 'https'] });
  }
  return found;
}

/**
 * A place in the letter, a call, a mail begun for the reader, who may be the one to address it; and
 * what another program opens, such as `webcal:`.
 */
const ownProgram =
  /^(?:#|tel:|sms:|mailto:(?:[^?@\s]+@[^?@\s]+)?\?|(?!(?:https?|mailto|file|data|javascript|vbscript):)[a-z][a-z0-9+-]*:(?!\d))/i;

/** As email services write them: `*|X|*`, `{{x}}`, `{x}`, `%%x%%`, `<%x%>`, `[x]`, `%x%`, `-x-`. */
const mergeTag = /\*\||\{|%%|<%|^\[.*\]$|^%.*%$|^-.*-$/;
