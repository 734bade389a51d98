/*
 * Which feature of caniemail's data a piece of CSS is. Only what an author is told of stands here;
 * `harmless-features.ts` has the rest.
 */

/** The feature that a property is, with any value but those that ask for nothing; else null. */
export function propertyFeature(property: string, value: string): string | null {
  if (property.startsWith('--')) return 'css-variables';
  const name = property.replace(/^-(?:webkit|moz|ms|o)-/, '');
  const known = properties.get(name);
  if (known !== undefined) return known.idle.test(value) ? null : known.feature;
  return logical.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}

/** The feature that a keyword is as the value of a property; else null. */
export function keywordFeature(property: string, keyword: string): string | null {
  if (property === 'display') return displays.get(keyword) ?? null;
  return /^(?:fit|min|max)-content$/.test(keyword) ? 'css-intrinsic-size' : null;
}

/** The feature that a function is; else null. */
export function functionFeature(name: string): string | null {
  return functions.get(name.toLowerCase().replace(/^-\w+-|^repeating-/, '')) ?? null;
}

/** The feature that a unit is; else null. */
export function unitFeature(unit: string): string | null {
  return /^(?:rem|ch|vw|vh|vmin|vmax)$/i.test(unit) ? `css-unit-${unit.toLowerCase()}` : null;
}

/** The feature that a pseudo-class or pseudo-element is. */
export function pseudoFeature(name: string, isElement: boolean): string {
  const element = isElement || /^(?:before|after|first-line|first-letter)$/.test(name);
  return `css-pseudo-${element ? 'element' : 'class'}-${name.toLowerCase()}`;
}

/** Those that an author is told of: the others only answer to the reader. */
export function isToldPseudo(feature: string): boolean {
  return !/-(?:hover|active|focus|visited|link|target|marker|placeholder|first-line|first-letter)$/.test(
    feature,
  );
}

/** The features without which a mail program passes over the content of an at-rule. */
export function atRuleFeatures(name: string, condition: string): readonly string[] {
  if (name !== 'media') return [`css-at-${name}`];
  const inside = mediaFeatures.filter((feature) => condition.includes(feature));
  return ['css-at-media', ...inside.map((feature) => `css-at-media-${feature}`)];
}

/** All features that can be told, for a test that holds them against the data. */
export function toldCssFeatures(): readonly string[] {
  return [
    'css-variables',
    'css-intrinsic-size',
    'css-at-import',
    'css-nesting',
    ...[...properties.values()].map(({ feature }) => feature),
    ...logical.map(([, feature]) => feature),
    ...displays.values(),
    ...functions.values(),
    ...['rem', 'ch', 'vw', 'vh', 'vmin', 'vmax'].map((unit) => `css-unit-${unit}`),
  ];
}

// --- internal ---

const nothing = /^(?:none|normal|initial|inherit|unset)?$/;

/** `idle` are the values that ask for nothing. */
const properties: ReadonlyMap<string, { readonly feature: string; readonly idle: RegExp }> =
  new Map([
    ['background-clip', { feature: 'css-background-clip', idle: /^(?!.*text)/ }],
    ['background-image', { feature: 'css-background-image', idle: nothing }],
    ['box-sizing', { feature: 'css-box-sizing', idle: /^content-box$/ }],
    ['float', { feature: 'css-float', idle: nothing }],
    ['inset', { feature: 'css-inset', idle: nothing }],
    ['object-fit', { feature: 'css-object-fit', idle: /^fill$/ }],
    ['object-position', { feature: 'css-object-position', idle: nothing }],
    ['position', { feature: 'css-position', idle: /^(?:static|relative)$/ }],
    ['text-orientation', { feature: 'css-text-orientation', idle: /^mixed$/ }],
    ['transform', { feature: 'css-transform', idle: nothing }],
    ['visibility', { feature: 'css-visibility', idle: /^visible$/ }],
    ['white-space', { feature: 'css-white-space', idle: nothing }],
    ['white-space-collapse', { feature: 'css-white-space-collapse', idle: /^collapse$/ }],
    ['writing-mode', { feature: 'css-writing-mode', idle: /^horizontal-tb$/ }],
  ]);

const logical: readonly (readonly [RegExp, string])[] = [
  [/^margin-(?:inline|block)$/, 'css-margin-inline-block'],
  [/^margin-inline-(?:start|end)$/, 'css-margin-inline-start-end'],
  [/^margin-block-(?:start|end)$/, 'css-margin-block-start-end'],
  [/^padding-(?:inline|block)$/, 'css-padding-inline-block'],
  [/^padding-inline-(?:start|end)$/, 'css-padding-inline-start-end'],
  [/^padding-block-(?:start|end)$/, 'css-padding-block-start-end'],
  [/^border-(?:inline|block)$/, 'css-border-inline-block'],
  [/^border-(?:inline|block)-(?:start|end)$/, 'css-border-inline-block-individual'],
  [/^border-(?:inline|block)-.*(?:color|style|width)$/, 'css-border-inline-block-longhand'],
  [/^inline-size$/, 'css-inline-size'],
  [/^block-size$/, 'css-block-inline-size'],
  [/^max-inline-size$/, 'css-max-inline-size'],
  [/^min-inline-size$/, 'css-min-inline-size'],
  [/^max-block-size$/, 'css-max-block-size'],
  [/^min-block-size$/, 'css-min-block-size'],
];

const displays: ReadonlyMap<string, string> = new Map([
  ['flex', 'css-display-flex'],
  ['inline-flex', 'css-display-flex'],
  ['grid', 'css-display-grid'],
  ['inline-grid', 'css-display-grid'],
]);

const functions: ReadonlyMap<string, string> = new Map([
  ['calc', 'css-unit-calc'],
  ['min', 'css-function-min'],
  ['max', 'css-function-max'],
  ['clamp', 'css-function-clamp'],
  ['var', 'css-variables'],
  ['rgba', 'css-rgba'],
  ['lab', 'css-modern-color'],
  ['lch', 'css-modern-color'],
  ['oklab', 'css-modern-color'],
  ['oklch', 'css-modern-color'],
  ['light-dark', 'css-function-light-dark'],
  ['linear-gradient', 'css-linear-gradient'],
  ['radial-gradient', 'css-radial-gradient'],
  ['conic-gradient', 'css-conic-gradient'],
]);

const mediaFeatures = [
  'device-pixel-ratio',
  'hover',
  'orientation',
  'prefers-color-scheme',
  'prefers-reduced-motion',
];
