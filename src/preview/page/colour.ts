/** Red, green and blue from 0 to 255, alpha from 0 to 1. */
export interface Colour {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
}

export const white: Colour = { red: 255, green: 255, blue: 255, alpha: 1 };

/** Reads what CSS computes for a colour of sRGB: `rgb(…)`, `rgba(…)`, `color(srgb …)`; else null. */
export function readColour(computed: string): Colour | null {
  const [, name = '', inside = ''] = /^(rgba?|color)\((?:srgb )?([^)]*)\)$/.exec(computed) ?? [];
  const numbers = inside.split(/[\s,/]+/).map(Number);
  const [red, green, blue, alpha = 1] = numbers;
  if (red === undefined || green === undefined || blue === undefined) return null;
  if (numbers.some(Number.isNaN)) return null;
  const scale = name === 'color' ? 255 : 1;
  return { red: red * scale, green: green * scale, blue: blue * scale, alpha };
}

/** The colour for CSS. */
export function writeColour({ red, green, blue, alpha }: Colour): string {
  const channels = [red, green, blue].map((channel) => Math.round(channel)).join(', ');
  return alpha === 1 ? `rgb(${channels})` : `rgba(${channels}, ${alpha})`;
}

/** HSL lightness, 0 to 1. */
export function lightness({ red, green, blue }: Colour): number {
  return (Math.max(red, green, blue) + Math.min(red, green, blue)) / 2 / 255;
}

/** The colour with HSL lightness l → 1 − l: hue, saturation and alpha stay. */
export function invertLightness(colour: Colour): Colour {
  // Every channel keeps its distance from the lightness, which is what hue and saturation are.
  const shift = 255 * (1 - 2 * lightness(colour));
  const { red, green, blue, alpha } = colour;
  return { red: red + shift, green: green + shift, blue: blue + shift, alpha };
}

/** What is seen where a colour lies over an opaque one. */
export function layOver(front: Colour, behind: Colour): Colour {
  const mix = (one: number, other: number) => one * front.alpha + other * (1 - front.alpha);
  return {
    red: mix(front.red, behind.red),
    green: mix(front.green, behind.green),
    blue: mix(front.blue, behind.blue),
    alpha: 1,
  };
}

/** True for what a program that inverts in part takes for a light background. */
export function isLight(colour: Colour): boolean {
  return lightness(colour) >= 0.5;
}
