import { matches, specificity } from '../clients/read-selectors.ts';
import type { Decoration } from '../clients/style-facts.ts';
import { originOf } from '../page/origin.ts';
import type { PageElement } from '../page/page.ts';
import { ancestry } from '../page/page.ts';
import type { Finding, Rule } from '../rule.ts';

/** A link in a text is told apart by more than its colour. */
export const linkByColour: Rule = {
  name: 'link-by-colour',
  group: "Reader's access",
  severity: 'warning',
  about: {
    why: 'One man in twelve sees fewer colours, and a mail program in dark mode changes them: a link among other words needs its underline (WCAG 2.2, 1.4.1). Buttons, bold links and a link that is a line of its own are left out.',
    silent: {
      templates: {
        'blocks/signature.mjml.hbs':
          '<p>Written by <a href="https://ada.example" style="font-weight:bold;text-decoration:none">{{name}}</a> at sea.</p>',
      },
    },
    firing: {
      templates: {
        'blocks/signature.mjml.hbs':
          '<p>Written by <a href="https://ada.example" style="color:#0b57d0;text-decoration:none">{{name}}</a> at sea.</p>',
      },
    },
  },
  check: async (context) => {
    const { styles, elements } = await context.page();
    const sheets = await Promise.all(styles.map(({ text }) => context.readStyle(text, 'sheet')));
    const rules = sheets.flatMap(({ decorations }) => decorations);
    const findings = new Map<string, Finding>();
    const isAnyTakenAway = rules.some(({ isUnderlined: stays }) => !stays);
    for (const link of elements) {
      const style = link.attributes['style'] ?? '';
      if (link.name !== 'a' || !(isAnyTakenAway || style.includes('text-decoration'))) continue;
      if (!isAmongWords(link)) continue;
      const own = (await context.readStyle(style, 'attribute')).decorations;
      if (isUnderlined(link, rules, own) || isMarked(link)) continue;
      const message =
        'Links among other words have no underline: only their colour tells them apart.';
      const hint = 'Leave out `text-decoration: none`, or make them bold.';
      const places = context.theme.find(/text-decoration(?:-line)?\s*[:=]\s*"?\s*none/g);
      const fallback = (await originOf(context, link)) ?? context.theme.whole;
      for (const place of places.length === 0 ? [fallback] : places) {
        findings.set(JSON.stringify(place), { message, hint, ...place });
      }
      break;
    }
    return [...findings.values()];
  },
};

// --- internal ---

/** True where the block around has more words than the link. */
function isAmongWords(link: PageElement): boolean {
  const block = ancestry(link).find(({ name }) => /^(?:p|li|td|div|h[1-6]|blockquote)$/.test(name));
  const [own, all] = [link.text, block?.text ?? ''].map(
    (text) => text.replace(/\P{L}/gu, '').length,
  );
  return own !== undefined && all !== undefined && own > 0 && all - own >= 3;
}

/** What CSS computes for `text-decoration`, from the rules that can be held against an element. */
function isUnderlined(
  link: PageElement,
  rules: readonly Decoration[],
  own: readonly Decoration[],
): boolean {
  const found = rules
    .filter(({ selector }) => selector !== null && matches(link, selector))
    .sort((a, b) => specificity(a.selector ?? []) - specificity(b.selector ?? []));
  const ordered = [...found, ...own];
  const last = ordered.findLast(({ isImportant }) => isImportant) ?? ordered.at(-1);
  // Every mail program underlines a link that nobody changes.
  return last?.isUnderlined ?? true;
}

/** True for a link that is marked in another way. */
function isMarked(link: PageElement): boolean {
  const around = [link, ...(link.parent === null ? [] : [link.parent])];
  return around.some(({ name, attributes }) => {
    const style = attributes['style'] ?? '';
    if (/^(?:b|strong|h[1-6])$/.test(name)) return true;
    const marked =
      /(?:^|;)\s*(?:background(?:-color)?|border(?:-bottom)?|font-weight)\s*:\s*(?!none|0|normal|400)/;
    return marked.test(style) || attributes['bgcolor'] !== undefined;
  });
}
