/*
 * What some mail programs don't support and nobody misses there. Each group says why; a test holds
 * these and what is told against the data, so that a new feature has to be put into one of them.
 */

/** The features of caniemail's data that a letter may use, by the reason. */
export const harmlessFeatures: Readonly<Record<string, string>> = {
  'An ornament: the letter reads the same without it.': `
    css-accent-color css-animation css-at-keyframes css-backdrop-filter css-background-blend-mode
    css-border-image css-border-radius css-border-radius-logical css-box-shadow css-clip-path
    css-cursor css-empty-cells css-filter css-font-kerning css-font-stretch css-list-style-image
    css-list-style-position css-mask-image css-mix-blend-mode css-opacity css-outline
    css-outline-offset css-resize css-scroll-snap css-shape-margin css-shape-outside
    css-text-decoration-color css-text-decoration-line css-text-decoration-skip-ink
    css-text-decoration-style css-text-decoration-thickness css-text-emphasis
    css-text-emphasis-position css-text-shadow css-text-underline-offset
    css-text-underline-position css-transition css-user-select`,

  'Finer setting of lines: they break or stand a little otherwise.': `
    css-hyphenate-character css-hyphenate-limit-chars css-hyphens css-orphans css-overflow-wrap
    css-tab-size css-text-align-last css-text-justify css-text-overflow css-text-wrap css-widows
    css-word-break css-word-spacing css-word-wrap`,

  'Fonts have others after them.': 'css-at-font-face css-sytem-ui',

  'It asks whether a mail program knows something, so it is for those that do.': `
    css-at-media css-at-media-device-pixel-ratio css-at-media-hover css-at-media-orientation
    css-at-media-prefers-color-scheme css-at-media-prefers-reduced-motion css-at-supports
    css-color-scheme html-meta-color-scheme`,

  'It answers to the reader, where the program lets it.': `
    css-pseudo-class-active css-pseudo-class-focus css-pseudo-class-hover css-pseudo-class-link
    css-pseudo-class-target css-pseudo-class-visited css-pseudo-element-placeholder`,

  'A rule in a style sheet that is passed over: what matters is inline.': `
    css-selector-adjacent-sibling css-selector-attribute css-selector-chaining css-selector-child
    css-selector-general-sibling css-selector-universal css-pseudo-element-first-letter
    css-pseudo-element-first-line css-pseudo-element-marker`,

  'It does nothing alone: flex, grid, position, float or a picture behind is told.': `
    css-align-items css-background-origin css-background-position css-background-repeat
    css-background-size css-clear css-flex-direction css-flex-wrap css-gap css-grid-template
    css-justify-content css-left-right-top-bottom css-z-index`,

  'A hint for sizes: a table or a picture has its own.': `
    css-aspect-ratio css-border-spacing css-caption-side css-column-count
    css-column-layout-properties css-height css-max-height css-min-height css-min-width css-overflow
    css-table-layout css-unit-initial`,

  'What is inside is shown in any case.': `
    html-abbr html-acronym html-bdi html-body html-doctype html-picture html-rp html-rt html-ruby
    html-semantics html-srcset html-wbr html-loading-attribute html-target html-required image-apng`,

  'It is for those who listen: others see the same letter.': `
    html-aria-describedby html-aria-hidden html-aria-label html-aria-labelledby html-aria-live`,

  'It is no part of HTML or CSS.': 'amp bimi',
};

/** True for a feature that nobody misses. */
export function isHarmless(feature: string): boolean {
  return harmless.has(feature);
}

// --- internal ---

const harmless: ReadonlySet<string> = new Set(
  Object.values(harmlessFeatures).flatMap((features) => features.trim().split(/\s+/)),
);
