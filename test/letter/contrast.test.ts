import { describe, expect, test } from 'vitest';
import type { TextRun } from '../support/browser.ts';
import { ask, useBrowser, withPictures } from '../support/browser.ts';
import type { Rgb } from '../support/contrast.ts';
import { contrast, invertLightness, lightness, readRgb } from '../support/contrast.ts';
import { printLetters } from '../support/letters.ts';

const letters = await printLetters();
const open = useBrowser();

/** What a mail program does to the colour of a text and the one behind it. */
type Repaint = (colours: readonly [Rgb, Rgb]) => readonly [Rgb, Rgb];

const asTheyAre: Repaint = (colours) => colours;
const invertAll: Repaint = ([text, behind]) => [invertLightness(text), invertLightness(behind)];
/** Only what stands on a light background changes, and the background with it. */
const invertLight: Repaint = ([text, behind]) =>
  lightness(behind) < 0.5 ? [text, behind] : invertAll([text, behind]);

const paints: Readonly<Record<string, readonly ['light' | 'dark', Repaint]>> = {
  'in light': ['light', asTheyAre],
  'in dark': ['dark', asTheyAre],
  'where a program inverts what is light, as Gmail on Android does': ['light', invertLight],
  'where a program inverts everything, as Gmail on iOS does': ['light', invertAll],
};

describe.each(letters)('every text of %s can be read', (_, letter) => {
  test.each(Object.entries(paints))('%s', async (_name, [scheme, repaint]) => {
    const page = await open(withPictures(letter), { width: 600, scheme });
    expectContrast(await ask(page, 'textRuns'), repaint);
  });

  test('in the dark mode of Outlook.com, which marks what it changed', async () => {
    const marked = withPictures(letter).replace('<body', '<body data-ogsc="" data-ogsb=""');
    const runs = await ask<readonly TextRun[]>(await open(marked, { width: 600 }), 'textRuns');
    expectContrast(runs, asTheyAre);
    expect(new Set(runs.map(({ backgrounds }) => backgrounds.at(-1)))).not.toContain(
      'rgb(255, 255, 255)',
    );
  });

  test('on a background of its own: none shows through from a mail program', async () => {
    const page = await open(withPictures(letter), { width: 600, scheme: 'dark' });
    const runs = await ask<readonly TextRun[]>(page, 'textRuns');
    expect(runs.filter(({ backgrounds }) => backgrounds.length !== 1)).toEqual([]);
  });
});

test('the dark mode is the same in every program that knows one', async () => {
  const [, letter] = letters.find(([name]) => name === 'everything') ?? [];
  if (letter === undefined) throw new Error('There is no such letter.');
  const shown = withPictures(letter);
  const dark = await ask<readonly TextRun[]>(
    await open(shown, { width: 600, scheme: 'dark' }),
    'textRuns',
  );
  const marked = shown.replace('<body', '<body data-ogsc="" data-ogsb=""');
  const outlook = await ask<readonly TextRun[]>(await open(marked, { width: 600 }), 'textRuns');
  expect(outlook).toEqual(dark);
});

test('the measure itself tells black on white from grey on grey', () => {
  expect(contrast([0, 0, 0], [255, 255, 255])).toBe(21);
  expect(contrast([118, 118, 118], [255, 255, 255])).toBeCloseTo(4.54, 2);
  expect(invertLightness([255, 255, 255])).toEqual([0, 0, 0]);
  expect(invertLightness([11, 87, 208]).map(Math.round)).toEqual([47, 123, 244]);
});

// --- internal ---

function expectContrast(runs: readonly TextRun[], repaint: Repaint): void {
  expect(runs.length).toBeGreaterThan(50);
  const faint = runs
    .map(({ text, color, backgrounds }) => {
      const [front, behind] = repaint([readRgb(color), readRgb(backgrounds.at(-1) ?? '')]);
      return { text, color, behind: backgrounds.at(-1), ratio: contrast(front, behind) };
    })
    .filter(({ ratio }) => ratio < 4.5);
  expect(faint).toEqual([]);
}
