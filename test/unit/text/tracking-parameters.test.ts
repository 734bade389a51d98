import { describe, expect, it } from 'vitest';
import { trackingParameters, withoutTracking } from '../../../src/text/tracking-parameters.ts';

describe('withoutTracking', () => {
  it('leaves out what only tracks, and every other byte as it is', () => {
    const url = 'https://a.example/?x=%7E+1&UTM_Source=m&fbclid=2&y#z';
    expect(withoutTracking(url)).toBe('https://a.example/?x=%7E+1&y#z');
    expect(trackingParameters(url)).toEqual(['UTM_Source', 'fbclid']);
    expect(withoutTracking('https://a.example/?gclid=1')).toBe('https://a.example/');
    expect(withoutTracking('https://a.example/?gclid=1&b=2')).toBe('https://a.example/?b=2');
  });

  it('touches nothing else', () => {
    for (const url of [
      'https://a.example/?ref=1&source=b',
      'https://a.example/?xutm_source=1',
      'https://a.example/#utm_source=1',
      'https://a.example/',
    ]) {
      expect(withoutTracking(url)).toBe(url);
      expect(trackingParameters(url)).toEqual([]);
    }
  });
});
