import { beforeAll, describe, expect, test } from 'vitest';
import type { ElementReport, LineReport, OverflowReport, TextRun } from '../support/browser.ts';
import { ask, useBrowser, withPictures } from '../support/browser.ts';
import { printLetters } from '../support/letters.ts';

const letters = await printLetters();
const open = useBrowser();

/** The window, the column and its padding at each side, in CSS pixels. */
const screens = [
  [320, 320, 16],
  [375, 375, 16],
  [600, 600, 24],
  [1000, 600, 24],
] as const;

const cases = letters.flatMap(([name, letter]) =>
  screens.map(([width, column, padding]) => ({ name, letter, width, column, padding })),
);

describe.each(cases)('$name at $width px', ({ letter, width, column, padding }) => {
  let overflow: OverflowReport;
  let runs: readonly TextRun[] = [];
  let lines: readonly LineReport[] = [];
  let elements: readonly ElementReport[] = [];
  beforeAll(async () => {
    const page = await open(withPictures(letter), { width });
    overflow = await ask(page, 'overflow');
    runs = await ask(page, 'textRuns');
    lines = await ask(page, 'lines');
    elements = await ask(page, 'elements');
  });

  test('fits', () => {
    expect(overflow).toEqual({ screen: width, document: width, beyond: [] });
  });

  test('is a column in the middle', () => {
    const frames = elements.filter(({ attributes }) =>
      attributes['style']?.includes('max-width:600px'),
    );
    expect(frames.length).toBeGreaterThan(1);
    for (const { box } of frames) {
      expect(box).toMatchObject({ left: (width - column) / 2, width: column });
    }
    const [title] = elements.filter(({ tag }) => tag === 'h1');
    const left = (width - column) / 2 + padding;
    expect(title?.box).toMatchObject({ left, width: column - 2 * padding });
  });

  test('has no text under 13 px, and prose of 17', () => {
    expect(runs.length).toBeGreaterThan(50);
    expect(runs.filter(({ size }) => size < 13)).toEqual([]);
    const prose = runs.filter(({ inside }) => inside[0] === 'p' && !inside.includes('ol'));
    expect(new Set(prose.map(({ size }) => size))).toEqual(new Set([13, 14, 17]));
    // The small sizes are for what stands around the prose, and are secondary in colour too.
    const small = prose.filter(({ size, color }) => size < 17 && color !== 'rgb(89, 89, 89)');
    expect(small).toEqual([]);
  });

  test('has lines of 45 to 75 characters where the column is full', () => {
    // Shorter paragraphs are a signature's lines, or one long word in the letter with everything.
    const prose = lines.filter(({ size, counts }) => size === 17 && counts.length > 2);
    const counts = prose.flatMap((paragraph) => paragraph.counts);
    expect(counts.length).toBeGreaterThan(2);
    const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
    expect(mean).toBeGreaterThan(column === 600 ? 45 : 25);
    expect(mean).toBeLessThan(75);
  });

  test('has buttons that a finger can hit', () => {
    const buttons = elements.filter(
      ({ tag, attributes }) => tag === 'a' && attributes['style']?.includes('display:inline-block'),
    );
    expect(buttons.length).toBeGreaterThan(0);
    expect(buttons.filter(({ box }) => box.height < 44 || box.width < 44)).toEqual([]);
  });

  test('pads its boxes evenly: no text touches a border, and no box ends in a gap', () => {
    const isInside = (element: ElementReport, box: ElementReport) => {
      for (let at = element; ;) {
        if (at === box) return element !== box;
        const parent = elements[at.parent];
        if (parent === undefined) return false;
        at = parent;
      }
    };
    const boxes = elements.filter(
      ({ tag, attributes }) =>
        /^(?:table|td)$/.test(tag) && /^[bc]$/.test(attributes['class'] ?? ''),
    );
    expect(boxes.length).toBeGreaterThan(0);
    for (const box of boxes) {
      const content = elements.filter(
        (element) => /^(?:p|ul|ol|img|code|strong)$/.test(element.tag) && isInside(element, box),
      );
      const bottom = Math.max(...content.map((element) => element.box.top + element.box.height));
      const top = Math.min(...content.map((element) => element.box.top));
      const gaps = [top - box.box.top, box.box.top + box.box.height - bottom];
      expect(
        gaps.every((gap) => gap >= 12 && gap <= 26),
        `${box.text}: ${gaps.join(', ')}`,
      ).toBe(true);
    }
  });

  test('keeps its pictures in shape', () => {
    const images = elements.filter(({ tag }) => tag === 'img');
    expect(images.length).toBeGreaterThan(0);
    for (const { attributes, box } of images) {
      const [shown, height] = [Number(attributes['width']), attributes['height']];
      expect(box.width).toBeLessThanOrEqual(Math.min(shown, column - 2 * padding));
      if (height === undefined) continue;
      expect(Math.abs(box.height - (box.width * Number(height)) / shown)).toBeLessThan(1.5);
    }
  });
});
