import { htmlUses } from '../clients/html-features.ts';
import { tellUnsupported } from '../clients/tell-unsupported.ts';
import type { Finding, Rule } from '../rule.ts';

/** The theme's HTML is known to the mail programs that readers have. */
export const htmlSupport: Rule = {
  name: 'html-support',
  group: 'Clients',
  severity: 'warning',
  about: {
    why: 'A video, a form or a drawing in SVG is taken out by many mail programs, a script by all: link to a page that has them. Held against the data of caniemail.com. What an element shows anyway is left out, such as the picture in a `<picture>`.',
    silent: {
      templates: {
        'layouts/masthead.mjml.hbs': '<h1 role="banner">{{title}}</h1><article>{{slug}}</article>',
      },
    },
    firing: {
      templates: {
        'layouts/masthead.mjml.hbs':
          '<h1>{{title}}</h1><video src="https://boats.example/steam.mp4" width="552"></video>',
      },
    },
  },
  check: async (context) => {
    const { elements } = await context.page();
    const uses = elements.flatMap((element) =>
      htmlUses(element).map((use) => ({ use, hidden: element.hidesFromOutlook })),
    );
    if (uses.length === 0) return [];
    const support = await context.support();
    const found = new Map<string, Finding>();
    for (const { use, hidden } of uses) {
      const clients = support.lacking(use.feature, [], hidden);
      if (clients === 0) continue;
      const told = { ...use, patterns: [use.pattern], names: support.name(clients) };
      for (const finding of await tellUnsupported(context, told)) {
        const key = JSON.stringify([use.shown, finding.place, finding.path]);
        if (!found.has(key)) found.set(key, finding);
      }
    }
    return [...found.values()];
  },
};
