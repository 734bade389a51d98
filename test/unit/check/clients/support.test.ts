import caniemail from 'caniemail/caniemail.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { slimData } from '../../../../scripts/build/caniemail-plugin.js';
import { toldCssFeatures } from '../../../../src/check/clients/css-features.ts';
import { harmlessFeatures } from '../../../../src/check/clients/harmless-features.ts';
import { toldHtmlFeatures } from '../../../../src/check/clients/html-features.ts';
import { toldImageFeatures } from '../../../../src/check/clients/image-features.ts';
import { readSupport } from '../../../../src/check/clients/support.ts';

const support = readSupport(caniemail.data);
const harmless = Object.values(harmlessFeatures).flatMap((text) => text.trim().split(/\s+/));
const told = [
  ...toldCssFeatures(),
  ...toldHtmlFeatures(),
  ...toldImageFeatures(),
  ...['checked', 'first-child', 'first-of-type', 'has', 'lang', 'last-child', 'last-of-type'].map(
    (name) => `css-pseudo-class-${name}`,
  ),
  ...['not', 'nth-child', 'nth-last-child', 'nth-last-of-type', 'nth-of-type'].map(
    (name) => `css-pseudo-class-${name}`,
  ),
  ...['only-child', 'only-of-type'].map((name) => `css-pseudo-class-${name}`),
  'css-pseudo-element-after',
  'css-pseudo-element-before',
];

describe('what mail programs support', () => {
  it('is either told or found harmless, for every feature that one of them lacks', () => {
    const open = support.features.filter((one) => !told.includes(one) && !harmless.includes(one));
    expect(open).toEqual([]);
  });

  it('has nothing that is told and harmless at once, and no name that the data does not know', () => {
    expect(told.filter((feature) => harmless.includes(feature))).toEqual([]);
    const stale = [...told, ...harmless].filter((one) => !support.features.includes(one));
    expect(stale).toEqual([]);
    expect(support.features.length).toBeGreaterThan(150);
  });

  it('is the same from the data that is bundled, which is a fraction of it', () => {
    const slim = slimData(caniemail);
    const bundled = readSupport(slim.data);
    for (const feature of support.features) {
      expect(bundled.lacking(feature, [], false)).toBe(support.lacking(feature, [], false));
    }
    expect(bundled.features).toEqual(support.features);
    expect(JSON.stringify(slim).length).toBeLessThan(50_000);
  });

  it('names families, and parts of them where others are fine', () => {
    const name = (feature: string | null, within: readonly string[] = [], hidden = false) =>
      support.name(support.lacking(feature, within, hidden));
    expect(name('css-display-flex')).toBe('Outlook (Windows)');
    expect(name('css-display-grid')).toBe('Gmail, Outlook (Windows) and Yahoo');
    expect(name('image-svg')).toBe('Gmail (web)');
    expect(name('css-position')).toBe('Gmail and Outlook (Windows)');
    expect(name(null)).toBe('Gmail, Outlook, Apple Mail, Yahoo, Samsung and Thunderbird');
    expect(name('css-display-flex', [], true)).toBe('');
  });

  it('leaves out who never comes to it', () => {
    const inMedia = support.lacking('css-display-flex', ['css-at-media'], false);
    expect(inMedia).toBe(0);
    const inTwin = support.lacking('css-variables', ['only-outlook-web'], false);
    expect(support.name(inTwin)).toBe('Outlook (new, web)');
  });
});
