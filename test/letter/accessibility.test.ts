import axe from 'axe-core';
import type { AxeResults } from 'axe-core';
import { describe, expect, test } from 'vitest';
import { useBrowser, withPictures } from '../support/browser.ts';
import { printLetters } from '../support/letters.ts';

// From right to left it is made of the same elements.
const letters = (await printLetters()).filter(([name]) => name !== 'right to left');
const open = useBrowser();

const screens = [
  { width: 375, scheme: 'light' },
  { width: 375, scheme: 'dark' },
  { width: 1000, scheme: 'light' },
  { width: 1000, scheme: 'dark' },
] as const;

describe.each(letters)('%s', (_, letter) => {
  test.each(screens)('is accessible at $width px, $scheme', async (screen) => {
    const page = await open(withPictures(letter), screen);
    await page.evaluate(axe.source);
    const results = await page.evaluate<AxeResults>(
      'axe.run(document, { resultTypes: ["violations"] })',
    );
    const findings = results.violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .map(({ html }) => html)
            .join(' ')
            .slice(0, 300)}`,
      );
    expect(findings).toEqual([]);
    expect(results.passes.length).toBeGreaterThan(10);
  });
});
