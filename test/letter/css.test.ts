import type { Declaration } from 'css-tree';
import { generate, lexer, parse, walk } from 'css-tree';
import { describe, expect, test } from 'vitest';
import { inlineDeclarations, sheetDeclarations, stylesheetsOf, tagsOf } from '../support/html.ts';
import { printLetters } from '../support/letters.ts';

const letters = await printLetters();

describe.each(letters)('the CSS of %s', (_, { html }) => {
  test('has less than 12 KB of style sheets', () => {
    const bytes = stylesheetsOf(html).reduce((sum, css) => sum + Buffer.byteLength(css), 0);
    expect(bytes).toBeGreaterThan(1_000);
    expect(bytes).toBeLessThan(12 * 1024);
  });

  test('has no at-rule inside an at-rule, and no other at-rule than @media', () => {
    const rules = stylesheetsOf(html).flatMap(atRulesOf);
    expect(new Set(rules.map(({ name }) => name))).toEqual(new Set(['media']));
    expect(rules.filter(({ inside }) => inside !== null)).toEqual([]);
  });

  test('uses only what mail programs know', () => {
    const inline = inlineDeclarations(html);
    expect(inline.length).toBeGreaterThan(30);
    const refused = [...inline, ...sheetDeclarations(html)].filter(isUnsafe).map(write);
    expect(refused).toEqual([]);
  });

  test('is valid, but for what is written for one program only', () => {
    const wrong = [...inlineDeclarations(html), ...sheetDeclarations(html)]
      .filter(({ property }) => !/^(?:mso-|-webkit-|-ms-|supported-color-schemes$)/.test(property))
      .filter(({ property, value }) => lexer.matchProperty(property, value).error !== null);
    expect(wrong.map(write)).toEqual([]);
  });

  test('says no property twice in one place with the same value', () => {
    for (const { attributes } of tagsOf(html)) {
      const declarations = (attributes.get('style') ?? '').split(';').filter((one) => one !== '');
      expect(new Set(declarations).size).toBe(declarations.length);
    }
  });

  test('carries what matters inline: size, colour and font of every text, and every link’s colour', () => {
    const texts = tagsOf(html).filter(({ attributes }) => {
      return attributes.get('style')?.includes('line-height:1.6') === true;
    });
    expect(texts.length).toBeGreaterThan(4);
    for (const { attributes } of texts) {
      expect(attributes.get('style')).toMatch(/font-family:.*font-size:17px.*color:#1a1a1a/);
    }
    const links = tagsOf(html).filter(({ name }) => name === 'a');
    const plain = links.filter(
      ({ attributes }) => !/(?:^|;)color:#/.test(attributes.get('style') ?? ''),
    );
    // A link around a picture has no text to colour.
    const pictures = html.match(/<a href="[^"]*"><img/g) ?? [];
    expect(plain.length).toBe(pictures.length);
  });
});

describe.each(letters)('the dark mode of %s', (_, { html }) => {
  const css = stylesheetsOf(html).join('\n');

  test('is announced by metas and by a rule', () => {
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
    expect(html).toContain('<meta name="supported-color-schemes" content="light dark">');
    expect(css).toContain(':root{color-scheme:light dark;supported-color-schemes:light dark}');
  });

  test('has a twin for Outlook.com of every rule inside the letter', () => {
    const darkRules = /@media \(prefers-color-scheme:dark\)\{((?:[^{}]*\{[^{}]*\})*)\}/g;
    const dark = [...css.matchAll(darkRules)].map(([, rules = '']) => rules).join('');
    const wanted = selectorsOf(dark).filter((selector) => selector.startsWith('.s'));
    expect(wanted.length).toBeGreaterThan(15);
    const twins = selectorsOf(css.replace(darkRules, ''));
    const missing = wanted.filter(
      (selector) =>
        !twins.some((twin) => /^\[data-ogs[cb]\] /.test(twin) && twin.endsWith(` ${selector}`)),
    );
    expect(missing).toEqual([]);
  });
});

// --- internal ---

const unsafeProperty =
  /^(?:--|inset|(?:margin|padding|border|inline|block|min|max)-(?:inline|block)|inline-size|block-size|flex|grid|gap|order$|place-|align-|justify-|position$|float$|white-space|object-|aspect-ratio|background-image|filter|transform|animation|transition|columns?$)/;
const unsafeValue = [
  [/^(?:display)$/, /flex|grid|contents|flow-root/],
  [/^text-align$/, /start|end/],
  [
    /./,
    /\b(?:var|calc|min|max|clamp|env|attr|rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix|light-dark|url|image-set|linear-gradient)\(/,
  ],
  [/./, /\d(?:rem|vw|vh|ch|ex|svh|dvh|cqw)\b/],
  // Three, four and eight digits are not known everywhere.
  [/./, /#(?![0-9a-f]{6}\b)[0-9a-f]+\b/i],
] as const;

function isUnsafe({ property, value }: Declaration): boolean {
  const text = generate(value);
  if (unsafeProperty.test(property)) return true;
  return unsafeValue.some(([name, pattern]) => name.test(property) && pattern.test(text));
}

function write({ property, value }: Declaration): string {
  return `${property}: ${generate(value)}`;
}

function atRulesOf(css: string): readonly { name: string; inside: string | null }[] {
  const found: { name: string; inside: string | null }[] = [];
  walk(parse(css), function visit(node) {
    if (node.type !== 'Atrule') return;
    found.push({ name: node.name ?? '', inside: this.atrule?.name ?? null });
  });
  return found;
}

function selectorsOf(css: string): readonly string[] {
  return [...css.matchAll(/([^{}]+)\{[^{}]*\}/g)].flatMap(([, selectors = '']) =>
    selectors.split(',').map((selector) => selector.trim()),
  );
}
