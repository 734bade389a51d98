import Handlebars from 'handlebars';
import mjml2html from 'mjml';
import type { TemplateSet } from '../../src/template/template-set.ts';
import type { Tokens } from '../../src/template/tokens.ts';

/**
 * The HTML of a theme made in the other order: Handlebars fills its templates in, then MJML lays
 * the letter out. What a compiled theme gives must be the same, byte for byte.
 */
export async function renderReference(
  set: TemplateSet,
  tokens: Tokens,
  escape: (text: string) => string,
  view: object,
): Promise<string> {
  const handlebars = Handlebars.create();
  for (const { name, kind, text } of set.values()) {
    if (kind === 'mjml') handlebars.registerPartial(name, text.replace(/\n$/, ''));
  }
  const template = handlebars.compile('{{> layouts/issue}}', {
    strict: true,
    ignoreStandalone: true,
    preventIndent: true,
  });
  const source = withEscape(escape, () => template(view, { data: { tokens: literally(tokens) } }));
  // A span that is there for its trace alone is none without it, also before MJML trims.
  const untraced = source.replace(/<span data-path="[^"]*"><\/span>/g, '');
  const { html, errors } = await mjml2html(untraced, { fonts: {}, keepComments: false });
  if (errors.length > 0) throw new Error(errors.map((error) => error.formattedMessage).join('\n'));
  return html.replace(/\s+data-path="[^"]*"/g, '');
}

// --- internal ---

/** Tokens are part of the template: they are printed as they are. */
function literally(tokens: Tokens): object {
  const entries = Object.entries(tokens).map(([name, value]) => [
    name,
    typeof value === 'object' ? literally(value) : new Handlebars.SafeString(String(value)),
  ]);
  return Object.fromEntries(entries) as object;
}

type Printable = string | number | null | Handlebars.SafeString;

/** Handlebars reads its escape function from one shared object whenever a template first runs. */
function withEscape<T>(escape: (text: string) => string, run: () => T): T {
  const shared = Handlebars.Utils as { escapeExpression: (value: Printable) => string };
  const original = shared.escapeExpression;
  shared.escapeExpression = (value) => {
    if (value instanceof Handlebars.SafeString) return value.toHTML();
    return value === null ? '' : escape(String(value));
  };
  try {
    return run();
  } finally {
    shared.escapeExpression = original;
  }
}
