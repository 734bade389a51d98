/** Red, green and blue, 0 to 255. */
export type Rgb = readonly [number, number, number];

/** Reads what CSS computes: `rgb(1, 2, 3)`. Half-transparent colours are not used in letters. */
export function readRgb(computed: string): Rgb {
  const [, red, green, blue] = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(computed) ?? [];
  if (red === undefined) throw new Error(`${computed} is no opaque colour`);
  return [Number(red), Number(green), Number(blue)];
}

/** The contrast ratio of WCAG 2.2, 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** HSL lightness, 0 to 1. */
export function lightness(colour: Rgb): number {
  return (Math.max(...colour) + Math.min(...colour)) / 2 / 255;
}

/** The colour with HSL lightness l → 1 − l: hue and saturation stay. */
export function invertLightness([red, green, blue]: Rgb): Rgb {
  // Every channel keeps its distance from the lightness, which is what hue and saturation are.
  const shift = 255 * (1 - 2 * lightness([red, green, blue]));
  return [red + shift, green + shift, blue + shift];
}

// --- internal ---

function luminance(colour: Rgb): number {
  const [red = 0, green = 0, blue = 0] = colour.map((channel) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
