import type { CheckContext } from '../context.ts';
import type { Finding, Rule } from '../rule.ts';
import type { ThemePlace } from '../theme/own-theme.ts';

/** Gmail keeps the style sheets. */
export const styleLimit: Rule = {
  name: 'style-limit',
  group: 'Clients',
  severity: 'warning',
  about: {
    why: 'Gmail takes a style sheet out when all of them together have more than 16,384 characters, and when an at-rule stands inside another, such as `@media` in `@media`: dark mode and the layout for phones are then gone.',
    silent: {
      templates: {
        'layouts/masthead.mjml.hbs':
          '<style>@media (max-width: 480px) { h1 { font-size: 22px } }</style><h1>{{title}}</h1>',
      },
    },
    firing: {
      templates: {
        'layouts/masthead.mjml.hbs':
          '<style>@media screen { @media (max-width: 480px) { h1 { font-size: 22px } } }</style><h1>{{title}}</h1>',
      },
    },
  },
  check: async (context) => {
    const { styles } = await context.page();
    const findings: Finding[] = [];
    for (const { text } of styles) {
      const [name] = (await context.readStyle(text, 'sheet')).nested;
      if (name === undefined) continue;
      const message = `${name} stands inside another at-rule, so Gmail takes the style sheet out.`;
      const hint = 'Put it beside the other, and join their conditions with `and`.';
      const pattern = /@[\w-]+[^{};]*\{(?:[^{}]|\{\{[^{}]*\}\}|\{[^{}]*\})*?@[\w-]+/g;
      findings.push(...at(context, pattern).map((place) => ({ message, hint, ...place })));
    }
    const characters = styles.reduce((sum, { text }) => sum + text.length, 0);
    if (characters <= most) return findings;
    const message = `The style sheets have ${characters} characters together; Gmail takes those out that go over ${most}.`;
    const hint = 'Write what matters into `style` attributes, and leave out what no element needs.';
    const places = at(context, /<mj-style\b|<style\b/g);
    return [...findings, { message, hint, ...(places[0] ?? context.theme.whole) }];
  },
};

// --- internal ---

/** Measured by others in Gmail on the web: the character that goes over it takes the sheet along. */
const most = 16_384;

function at({ theme }: CheckContext, pattern: RegExp): readonly ThemePlace[] {
  const places = theme.find(pattern);
  return places.length === 0 ? [theme.whole] : places;
}
