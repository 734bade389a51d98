import type { CssNode, Declaration } from 'css-tree';
import { parse, walk } from 'css-tree';

/** The opening tags of HTML, Outlook's in conditional comments among them. */
export interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/** The style sheets of a letter, joined by line breaks. */
export function stylesheetsOf(html: string): readonly string[] {
  return [...html.matchAll(/<style[^>]*>([^]*?)<\/style>/g)].map(([, css = '']) => css);
}

/** Every start tag with its attributes as written, their entities decoded. */
export function tagsOf(html: string): readonly Tag[] {
  const markup = html.replace(/<style[^>]*>[^]*?<\/style>/g, '');
  return [...markup.matchAll(/<([a-z][a-z0-9:]*)((?:\s+[^\s=>]+(?:="[^"]*")?)*)\s*\/?>/gi)].map(
    ([, name = '', attributes = '']) => ({
      name: name.toLowerCase(),
      attributes: new Map(
        [...attributes.matchAll(/([^\s=]+)(?:="([^"]*)")?/g)].map(([, key = '', value = '']) => [
          key.toLowerCase(),
          decodeEntities(value),
        ]),
      ),
    }),
  );
}

/** The declarations of all `style` attributes. */
export function inlineDeclarations(html: string): readonly Declaration[] {
  const found: Declaration[] = [];
  for (const style of new Set(tagsOf(html).map(({ attributes }) => attributes.get('style')))) {
    if (style !== undefined) found.push(...declarationsOf(parse(style, strict('declarationList'))));
  }
  return found;
}

/** The declarations of all style sheets. */
export function sheetDeclarations(html: string): readonly Declaration[] {
  return stylesheetsOf(html).flatMap((css) => declarationsOf(parse(css, strict('stylesheet'))));
}

/** Where the links of a letter lead, in order. */
export function hrefsOf(html: string): readonly string[] {
  return tagsOf(html).flatMap(({ name, attributes }) =>
    name === 'a' ? [attributes.get('href') ?? ''] : [],
  );
}

/** Text in which the entities that Galley writes are characters again. */
export function decodeEntities(text: string): string {
  const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };
  return text.replace(/&(?:#(\d+)|([a-z]+));/g, (entity, code?: string, name = '') =>
    code === undefined ? (named[String(name)] ?? entity) : String.fromCodePoint(Number(code)),
  );
}

// --- internal ---

function strict(context: string) {
  return {
    context,
    parseValue: true,
    onParseError(error: Error) {
      throw error;
    },
  };
}

function declarationsOf(ast: CssNode): readonly Declaration[] {
  const found: Declaration[] = [];
  walk(ast, (node) => {
    if ('property' in node) found.push(node);
  });
  return found;
}
