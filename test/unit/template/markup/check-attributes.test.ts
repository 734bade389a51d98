import mjml2html from 'mjml';
import { components } from 'mjml-core';
import { expect, test } from 'vitest';
import { HANDED_THROUGH, WORKED_OUT } from '../../../../src/template/markup/check-attributes.ts';
import { MJML_ELEMENTS } from '../../../../src/template/markup/mjml-elements.ts';

interface Component {
  readonly endingTag?: boolean;
  readonly allowedAttributes?: Readonly<Record<string, string>>;
}
const register = components as Readonly<Record<string, Component>>;

/** A letter with one element that has one attribute. */
function letterWith(element: string, attributes: string): string {
  const tag = `<${element} ${attributes}`;
  const letters: Record<string, string> = {
    'mj-body': `${tag}><mj-section><mj-column><mj-text>a</mj-text></mj-column></mj-section></mj-body>`,
    'mj-wrapper': `<mj-body>${tag}><mj-section><mj-column></mj-column></mj-section></mj-wrapper></mj-body>`,
    'mj-section': `<mj-body>${tag}><mj-column></mj-column></mj-section></mj-body>`,
    'mj-group': `<mj-body><mj-section>${tag}><mj-column></mj-column></mj-group></mj-section></mj-body>`,
    'mj-column': `<mj-body><mj-section>${tag}><mj-text>a</mj-text></mj-column></mj-section></mj-body>`,
    'mj-hero': `<mj-body>${tag}><mj-text>a</mj-text></mj-hero></mj-body>`,
    'mj-social-element': `<mj-body><mj-section><mj-column><mj-social>${tag}>a</mj-social-element></mj-social></mj-column></mj-section></mj-body>`,
    'mj-navbar-link': `<mj-body><mj-section><mj-column><mj-navbar>${tag}>a</mj-navbar-link></mj-navbar></mj-column></mj-section></mj-body>`,
  };
  const leaf = `<mj-body><mj-section><mj-column>${tag}>a</${element}></mj-column></mj-section></mj-body>`;
  return `<mjml>${letters[element] ?? leaf}</mjml>`;
}

/** Values of the kinds that MJML treats in different ways, of one attribute's type. */
function valuesOf(type: string): readonly string[] {
  const listed = /^enum\((.*)\)/.exec(type)?.[1];
  if (listed !== undefined) return listed.split(',');
  if (type === 'color') return ['#aabbcc', 'red'];
  if (type.startsWith('unit')) return ['10px', '20px'];
  return ['https://example.com/a?b=c', 'word', '10px', 'facebook', 'https://example.com/a&#39;b'];
}

const render = async (letter: string) =>
  (await mjml2html(letter, { fonts: {}, validationLevel: 'skip' })).html;

const elements = Object.keys(register).filter(
  (name) =>
    !/^mj-(carousel|accordion|breakpoint|font|raw|style)/.test(name) &&
    register[name]?.allowedAttributes,
);

test.each(elements)('MJML hands the attributes that may hold data through: %s', async (element) => {
  const attributes = Object.entries({
    ...register[element]?.allowedAttributes,
    'css-class': 'string',
  });
  for (const [attribute, type] of attributes) {
    if (!HANDED_THROUGH.includes(attribute)) continue;
    if (WORKED_OUT[element]?.includes(attribute) === true) continue;
    const open = await render(letterWith(element, `${attribute}="MARK"`));
    for (const value of valuesOf(type)) {
      const filled = await render(letterWith(element, `${attribute}="${value}"`));
      // What MJML leaves out altogether is reported when the template is compiled.
      if (open.includes('MARK')) expect(open.replaceAll('MARK', value), attribute).toBe(filled);
    }
  }
});

test('the exceptions are real', async () => {
  for (const [element, attributes] of Object.entries(WORKED_OUT)) {
    for (const attribute of attributes) {
      const open = await render(letterWith(element, `${attribute}="MARK"`));
      const value = attribute === 'name' ? 'github' : 'left';
      const filled = await render(letterWith(element, `${attribute}="${value}"`));
      expect(open.replaceAll('MARK', value)).not.toBe(filled);
    }
  }
});

test('the list of elements is MJML’s own', () => {
  const known = Object.entries(register).map(
    ([name, { endingTag }]) => [name, endingTag === true ? 'content' : 'elements'] as const,
  );
  const withoutComponent = ['mjml', 'mj-all', 'mj-class', 'mj-selector', 'mj-html-attribute'];
  const expected = [...known, ...withoutComponent.map((name) => [name, 'elements'] as const)];
  expect(MJML_ELEMENTS).toEqual(Object.fromEntries(expected));
});
