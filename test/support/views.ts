import fc from 'fast-check';
import type { Shape } from '../../src/template/names/shape.ts';

/**
 * Views of a shape, with texts that want to be markup, HTML pieces, absent values and lists of
 * any length. Texts and HTML are never empty, as in any view that was validated.
 */
export function viewsOf(shape: Shape): fc.Arbitrary<object> {
  return valuesOf(shape) as fc.Arbitrary<object>;
}

// --- internal ---

const texts = fc
  .array(
    fc.oneof(
      fc.constantFrom('<', '>', '&', '"', "'", '{{', '}}', '{{x}}', '</mj-text>', '<!--[if mso]>'),
      fc.constantFrom(' ', '\n', '\u00a0', '🔥', 'é', '&amp;', '$&', '\\', 'word', '-->'),
      fc.string({ maxLength: 6 }),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((pieces) => `a${pieces.join('')}z`);

const html = fc.constantFrom(
  '<p>One <b>bold</b> word</p>',
  '<p>a</p>\n<p>b &amp; c</p>',
  ' <i>spaced</i> ',
  '<ul>\n<li>x</li>\n</ul>\n',
);

function valuesOf(shape: Shape): fc.Arbitrary<unknown> {
  const present = presentOf(shape);
  return shape.nullable ? fc.option(present, { nil: null }) : present;
}

/** An address holds no white space. */
function fieldOf(name: string, shape: Shape): fc.Arbitrary<unknown> {
  if (name !== 'url' || shape.kind !== 'text') return valuesOf(shape);
  return texts.map((text) => `https://example.com/${text.replace(/\s/g, '')}`);
}

function presentOf(shape: Shape): fc.Arbitrary<unknown> {
  switch (shape.kind) {
    case 'object':
      return fc.record(
        Object.fromEntries([...shape.fields].map(([name, field]) => [name, fieldOf(name, field)])),
        { noNullPrototype: true },
      );
    case 'list':
      return fc.array(valuesOf(shape.of), { maxLength: 3 });
    case 'text':
      return texts;
    case 'number':
      return fc.integer();
    case 'html':
      return html;
    case 'flag':
      return fc.boolean();
  }
}
