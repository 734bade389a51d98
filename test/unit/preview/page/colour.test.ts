import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  invertLightness,
  isLight,
  layOver,
  lightness,
  readColour,
  white,
  writeColour,
} from '../../../../src/preview/page/colour.ts';
import * as letter from '../../../support/contrast.ts';

const channel = fc.integer({ min: 0, max: 255 });

describe('colours', () => {
  it('are read as CSS computes them', () => {
    expect(readColour('rgb(11, 87, 208)')).toEqual({ red: 11, green: 87, blue: 208, alpha: 1 });
    expect(readColour('rgba(0, 0, 0, 0.5)')?.alpha).toBe(0.5);
    expect(readColour('color(srgb 1 0.5 0 / 0.2)')).toEqual({
      red: 255,
      green: 127.5,
      blue: 0,
      alpha: 0.2,
    });
    expect(readColour('transparent')).toBeNull();
    expect(readColour('oklch(0.5 0.1 20)')).toBeNull();
    expect(readColour('rgb(var(--x), 1, 2)')).toBeNull();
  });

  it('are inverted by the formula that letters are held against', () => {
    fc.assert(
      fc.property(channel, channel, channel, (red, green, blue) => {
        const inverted = invertLightness({ red, green, blue, alpha: 1 });
        expect([inverted.red, inverted.green, inverted.blue]).toEqual(
          letter.invertLightness([red, green, blue]),
        );
      }),
    );
  });

  it('are themselves again when inverted twice', () => {
    fc.assert(
      fc.property(channel, channel, channel, (red, green, blue) => {
        const colour = { red, green, blue, alpha: 0.4 };
        expect(writeColour(invertLightness(invertLightness(colour)))).toBe(writeColour(colour));
      }),
    );
  });

  it('become the other end: white is black, and the accent keeps its hue', () => {
    expect(writeColour(invertLightness(white))).toBe('rgb(0, 0, 0)');
    const accent = { red: 11, green: 87, blue: 208, alpha: 1 };
    expect(writeColour(invertLightness(accent))).toBe('rgb(47, 123, 244)');
  });

  it('are light from a lightness of one half', () => {
    expect(isLight({ red: 128, green: 128, blue: 128, alpha: 1 })).toBe(true);
    expect(isLight({ red: 127, green: 127, blue: 127, alpha: 1 })).toBe(false);
    expect(lightness(white)).toBe(1);
  });

  it('let what is behind shine through', () => {
    const shade = { red: 0, green: 0, blue: 0, alpha: 0.5 };
    expect(writeColour(layOver(shade, white))).toBe('rgb(128, 128, 128)');
    expect(writeColour(shade)).toBe('rgba(0, 0, 0, 0.5)');
  });
});
