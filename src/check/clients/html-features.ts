import type { PageElement } from '../page/page.ts';

/** A use of a feature of HTML. */
export interface HtmlUse {
  /** Its name in caniemail's data; null for what no mail program runs. */
  readonly feature: string | null;
  /** As it is shown to an author, such as `<video>`. */
  readonly shown: string;
  /** How it is written in a template. */
  readonly pattern: RegExp;
}

/** What not every mail program may know of an element. */
export function htmlUses({ name, attributes }: PageElement): readonly HtmlUse[] {
  const uses: HtmlUse[] = [];
  const known = elements[name];
  const pattern = new RegExp(`<${name}\\b`, 'gi');
  if (name === 'input' || name === 'button') {
    const type = (attributes['type'] ?? (name === 'button' ? 'submit' : 'text')).toLowerCase();
    const feature = `html-${name}-${type}`;
    if (told.has(feature)) uses.push({ feature, shown: `<${name} type="${type}">`, pattern });
  } else if (known !== undefined) {
    uses.push({ feature: known, shown: `<${name}>`, pattern });
  }
  for (const attribute of ['hidden', 'popover']) {
    if (attributes[attribute] === undefined) continue;
    const written = new RegExp(`\\s${attribute}(?=[\\s=>/])`, 'gi');
    uses.push({
      feature: `html-${attribute}`,
      shown: `the attribute ${attribute}`,
      pattern: written,
    });
  }
  if (name === 'a' && /^#./.test(attributes['href'] ?? '')) {
    const shown = 'a link to a place in the letter';
    uses.push({ feature: 'html-anchor-links', shown, pattern: /href\s*=\s*["']?#/gi });
  }
  return uses;
}

/** All features that can be told, for a test that holds them against the data. */
export function toldHtmlFeatures(): readonly string[] {
  return [...Object.values(elements).filter((feature) => feature !== null), ...told];
}

// --- internal ---

/** Null for what every mail program takes out. */
const elements: Readonly<Record<string, string | null>> = {
  audio: 'html-audio',
  dialog: 'html-dialog',
  embed: null,
  form: 'html-form',
  frame: null,
  iframe: null,
  link: 'html-link',
  map: 'html-image-maps',
  marquee: 'html-marquee',
  meter: 'html-meter',
  object: 'html-object',
  progress: 'html-progress',
  script: null,
  select: 'html-select',
  svg: 'html-svg',
  textarea: 'html-textarea',
  video: 'html-video',
};

const told: ReadonlySet<string> = new Set([
  'html-anchor-links',
  'html-button-reset',
  'html-button-submit',
  'html-hidden',
  'html-input-checkbox',
  'html-input-hidden',
  'html-input-radio',
  'html-input-reset',
  'html-input-submit',
  'html-input-text',
  'html-popover',
]);
