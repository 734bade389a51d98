/** Red, green and blue, 0 to 255. */
export type Rgb = readonly [number, number, number];

/** Reads `#0b57d0`, the one form that tokens have. */
export function readColour(hex: string): Rgb {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return [red ?? 0, green ?? 0, blue ?? 0];
}

/** The contrast of two colours, 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrastOf(one: Rgb, other: Rgb): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** HSL lightness, 0 to 1. */
export function lightness(colour: Rgb): number {
  return (Math.max(...colour) + Math.min(...colour)) / 2 / 255;
}

/** What a mail program makes of a colour when it darkens a letter: HSL lightness l → 1 − l. */
export function invert([red, green, blue]: Rgb): Rgb {
  // Each channel keeps its distance from the lightness: hue and saturation stay.
  const shift = 255 * (1 - 2 * lightness([red, green, blue]));
  return [red + shift, green + shift, blue + shift];
}

// --- internal ---

/** WCAG 2.2, "relative luminance". */
function luminance(colour: Rgb): number {
  const [red = 0, green = 0, blue = 0] = colour.map((channel) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
