import type { CssUse } from '../clients/style-facts.ts';
import { tellUnsupported } from '../clients/tell-unsupported.ts';
import type { CheckContext } from '../context.ts';
import type { Finding, Rule } from '../rule.ts';

/** The theme's CSS is known to the mail programs that readers have. */
export const cssSupport: Rule = {
  name: 'css-support',
  group: 'Clients',
  severity: 'warning',
  about: {
    why: 'What a mail program does not know of CSS it leaves out: columns made by `display: flex` stand below each other, a text that `position` puts over a picture stands beside it. Held against the data of caniemail.com for Gmail, Outlook, Apple Mail, Yahoo, Samsung and Thunderbird. Ornaments that nobody misses are left out, such as round corners, as is what stands in a `@media` that the program passes over anyway.',
    silent: {
      templates: {
        'layouts/masthead.mjml.hbs':
          '<h1 style="margin:0 0 24px;border-radius:4px;background-color:#f6f8fa">{{title}}</h1>',
      },
    },
    firing: {
      templates: {
        'layouts/masthead.mjml.hbs':
          '<h1 style="display:flex;margin:0 0 24px"><span>{{title}}</span></h1>',
      },
    },
  },
  check: async (context) => {
    const found = new Map<string, Finding>();
    const support = await context.support();
    for (const { use, hidden } of await usesOf(context)) {
      const clients = support.lacking(use.feature, use.within, hidden);
      if (clients === 0) continue;
      const names = support.name(clients);
      for (const finding of await tellUnsupported(context, { ...use, names })) {
        const key = JSON.stringify([use.feature, finding.place, finding.path]);
        if (!found.has(key)) found.set(key, finding);
      }
    }
    return [...found.values()];
  },
};

// --- internal ---

/** Each use in a style sheet, and in each `style` that differs from those before. */
async function usesOf(
  context: CheckContext,
): Promise<readonly { readonly use: CssUse; readonly hidden: boolean }[]> {
  const { styles, elements } = await context.page();
  const found: { use: CssUse; hidden: boolean }[] = [];
  const collect = async (text: string, kind: 'sheet' | 'attribute', hidden: boolean) => {
    const { uses } = await context.readStyle(text, kind);
    found.push(...uses.map((use) => ({ use, hidden })));
  };
  for (const { text, hidesFromOutlook } of styles) await collect(text, 'sheet', hidesFromOutlook);
  const inline = new Map(
    elements.map(({ attributes, hidesFromOutlook }) => {
      return [attributes['style'] ?? '', hidesFromOutlook] as const;
    }),
  );
  for (const [style, hidden] of inline) await collect(style, 'attribute', hidden);
  const { isHarmless } = await import('../clients/harmless-features.ts');
  return found.filter(({ use }) => !isHarmless(use.feature));
}
