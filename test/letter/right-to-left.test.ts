import { describe, expect, test } from 'vitest';
import { useBrowser, withPictures } from '../support/browser.ts';
import { printRightToLeft } from '../support/everything-issue.ts';
import { inlineDeclarations } from '../support/html.ts';
import { smallIssue } from '../support/plain-letter.ts';
import { printIssueOf } from '../support/print-issue.ts';

const letter = await printRightToLeft();
const open = useBrowser();

describe('a publication from right to left', () => {
  test('begins its lines at the right, its code at the left', async () => {
    expect(letter.view.publication).toMatchObject({ dir: 'rtl', start: 'right' });
    const page = await open(withPictures(letter), { width: 600 });
    const sides = await page.evaluate<readonly string[][]>(
      `[...document.querySelectorAll('h1, p, li, td > code')].filter((one) => one.textContent.trim() !== '')
        .map((one) => [one.localName, getComputedStyle(one).direction, getComputedStyle(one).textAlign])`,
    );
    const prose = sides.filter(([name]) => name !== 'code');
    expect(prose.length).toBeGreaterThan(50);
    expect(prose.filter(([, direction, align]) => direction !== 'rtl' || align === 'left')).toEqual(
      [],
    );
    const code = sides.filter(([name]) => name === 'code');
    expect(code.length).toBeGreaterThan(3);
    expect(code.filter(([, direction, align]) => direction !== 'ltr' || align !== 'left')).toEqual(
      [],
    );
  });

  test('has its lists, quotations and buttons on that side too', () => {
    const { html } = letter;
    const sides = inlineDeclarations(html).map(({ property }) => property);
    expect(sides).toContain('padding-right');
    expect(sides).toContain('border-right');
    expect(sides.filter((property) => /^(?:padding|border|margin)-left$/.test(property))).toEqual(
      [],
    );
    expect(html).toContain('<td align="right" class="n"');
  });

  test.each([
    ['he', undefined, 'rtl'],
    ['fa-IR', undefined, 'rtl'],
    ['ur', undefined, 'rtl'],
    ['en', undefined, 'ltr'],
    ['ja', undefined, 'ltr'],
    ['en', 'rtl', 'rtl'],
    ['ar', 'ltr', 'ltr'],
  ] as const)('%s with dir %s runs %s', async (language, dir, expected) => {
    const { html } = await printIssueOf(
      smallIssue,
      dir === undefined ? { language } : { language, dir },
    );
    expect(html).toMatch(new RegExp(`^<!doctype html><html lang="${language}" dir="${expected}"`));
    expect(html.includes('direction:rtl')).toBe(expected === 'rtl');
  });
});
