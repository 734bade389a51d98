import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrastOf, invert, lightness, readColour } from '../../../../src/check/theme/colours.ts';
import * as measured from '../../../support/contrast.ts';

describe('colours', () => {
  it('are measured as the letters are in the browser', () => {
    const channel = fc.integer({ min: 0, max: 255 });
    const colour = fc.tuple(channel, channel, channel);
    fc.assert(
      fc.property(colour, colour, (one, other) => {
        expect(contrastOf(one, other)).toBeCloseTo(measured.contrast(one, other), 10);
        expect(invert(one)).toEqual(measured.invertLightness(one));
        expect(lightness(invert(one))).toBeCloseTo(1 - lightness(one), 10);
      }),
    );
  });

  it('are read from six digits', () => {
    expect(readColour('#0B57d0')).toEqual([11, 87, 208]);
  });
});
